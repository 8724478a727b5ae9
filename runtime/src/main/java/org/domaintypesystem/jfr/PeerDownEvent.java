package org.domaintypesystem.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Another node that is gone. */
@Name("dts.PeerDown")
@Label("Peer Down")
@Category("DTS")
@Description("Another node said goodbye, or has not been heard for long")
@StackTrace(false)
final class PeerDownEvent extends Event {
    /** Says whether the others would be recorded, so that none is made in vain. */
    private static final PeerDownEvent PROBE = new PeerDownEvent(0, "", "", 0, false);

    @Label("Sender")
    @MemoryAddress
    final long sender;

    @Label("Name")
    final String name;

    @Label("Host")
    final String host;

    @Label("Process")
    final long process;

    @Label("Said So")
    final boolean saidSo;

    private PeerDownEvent(long sender, String name, String host, long process, boolean saidSo) {
        this.sender = sender;
        this.name = name;
        this.host = host;
        this.process = process;
        this.saidSo = saidSo;
    }

    static void emit(long sender, String name, String host, long process, boolean saidSo) {
        if (PROBE.isEnabled()) {
            new PeerDownEvent(sender, name, host, process, saidSo).commit();
        }
    }
}

package org.domaintypesystem.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Another node that is there. */
@Name("dts.PeerUp")
@Label("Peer Up")
@Category("DTS")
@Description("Another node was heard for the first time")
@StackTrace(false)
final class PeerUpEvent extends Event {
    /** Says whether the others would be recorded, so that none is made in vain. */
    private static final PeerUpEvent PROBE = new PeerUpEvent(0, "", "", 0);

    @Label("Sender")
    @MemoryAddress
    final long sender;

    @Label("Name")
    final String name;

    @Label("Host")
    final String host;

    @Label("Process")
    final long process;

    private PeerUpEvent(long sender, String name, String host, long process) {
        this.sender = sender;
        this.name = name;
        this.host = host;
        this.process = process;
    }

    static void emit(long sender, String name, String host, long process) {
        if (PROBE.isEnabled()) {
            new PeerUpEvent(sender, name, host, process).commit();
        }
    }
}

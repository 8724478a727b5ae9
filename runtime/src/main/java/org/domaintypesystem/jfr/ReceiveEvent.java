package org.domaintypesystem.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A message that has come. */
@Name("dts.Receive")
@Label("Receive")
@Category("DTS")
@Description("A message that this node received and listens to")
@StackTrace(false)
@Enabled(false)
final class ReceiveEvent extends Event {
    /** Says whether the others would be recorded, so that none is made in vain. */
    private static final ReceiveEvent PROBE = new ReceiveEvent("", 0, 0, 0);

    @Label("Type")
    final String type;

    @Label("Sender")
    @MemoryAddress
    final long sender;

    @Label("Sequence")
    final long sequence;

    @Label("Size")
    @DataAmount
    @Description("Size of what the message came in, with others perhaps")
    final int bytes;

    private ReceiveEvent(String type, long sender, long sequence, int bytes) {
        this.type = type;
        this.sender = sender;
        this.sequence = sequence;
        this.bytes = bytes;
    }

    static void emit(String type, long sender, long sequence, int bytes) {
        if (PROBE.isEnabled()) {
            new ReceiveEvent(type, sender, sequence, bytes).commit();
        }
    }
}

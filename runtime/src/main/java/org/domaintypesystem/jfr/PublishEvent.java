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

/** Messages that have left. */
@Name("dts.Publish")
@Label("Publish")
@Category("DTS")
@Description("Messages of one type that left this node in one datagram")
@StackTrace(false)
@Enabled(false)
final class PublishEvent extends Event {
    /** Says whether the others would be recorded, so that none is made in vain. */
    private static final PublishEvent PROBE = new PublishEvent("", 0, 0, 0, 0);

    @Label("Type")
    final String type;

    @Label("Sender")
    @MemoryAddress
    final long sender;

    @Label("First Sequence")
    final long sequence;

    @Label("Messages")
    final int count;

    @Label("Datagram Size")
    @DataAmount
    final int bytes;

    private PublishEvent(String type, long sender, long sequence, int count, int bytes) {
        this.type = type;
        this.sender = sender;
        this.sequence = sequence;
        this.count = count;
        this.bytes = bytes;
    }

    static void emit(String type, long sender, long sequence, int count, int bytes) {
        if (PROBE.isEnabled()) {
            new PublishEvent(type, sender, sequence, count, bytes).commit();
        }
    }
}

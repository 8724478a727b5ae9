package org.domaintypesystem.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Messages that a listener does not get. */
@Name("dts.Loss")
@Label("Loss")
@Category("DTS")
@Description("Messages that a listener is told not to get")
@StackTrace(false)
final class LossEvent extends Event {
    /** Says whether the others would be recorded, so that none is made in vain. */
    private static final LossEvent PROBE = new LossEvent("", 0, 0, 0, "");

    @Label("Type")
    final String type;

    @Label("Sender")
    @MemoryAddress
    final long sender;

    @Label("First Sequence")
    final long sequence;

    @Label("Messages")
    final long count;

    @Label("Cause")
    final String cause;

    private LossEvent(String type, long sender, long sequence, long count, String cause) {
        this.type = type;
        this.sender = sender;
        this.sequence = sequence;
        this.count = count;
        this.cause = cause;
    }

    static void emit(String type, long sender, long sequence, long count, String cause) {
        if (PROBE.isEnabled()) {
            new LossEvent(type, sender, sequence, count, cause).commit();
        }
    }
}

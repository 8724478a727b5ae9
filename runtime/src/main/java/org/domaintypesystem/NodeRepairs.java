package org.domaintypesystem;

import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.RepairAnswers;
import org.domaintypesystem.engine.RepairableStream;
import org.domaintypesystem.engine.Resender;
import org.domaintypesystem.send.OutboundStream;
import org.domaintypesystem.send.SendPath;
import org.domaintypesystem.spi.Environment;

/** What a node keeps of reliable types, and sends again to those who miss it. For the receiving thread but where it says so. */
final class NodeRepairs {
    private static final long USUAL_BYTES = 1L << 25;
    static final long USUAL_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Environment environment;
    private final long bytes;
    private final long nanos;
    private final SendPath sendPath;
    private final RepairAnswers answers;
    private final Runnable wake;

    /** Whether something has come since the last tick. */
    private boolean stirred;

    /**
     * @param sender of this node
     * @param bytes how much is kept of a type, if nothing else is said
     * @param nanos for how long
     * @param wake has {@link #tick} called soon
     */
    NodeRepairs(
            Environment environment,
            long sender,
            long bytes,
            long nanos,
            SendPath sendPath,
            Resender resender,
            ControlOutput output,
            Counters counters,
            Runnable wake) {
        this.environment = environment;
        this.bytes = bytes;
        this.nanos = nanos;
        this.sendPath = sendPath;
        this.answers = new RepairAnswers(sender, output, resender, counters, environment.random());
        this.wake = wake;
    }

    /** Keeps what is sent of a type from now on: as much as is usual. For any thread. */
    void keep(OutboundStream stream, long typeId) {
        keep(stream, typeId, bytes, nanos);
    }

    /** Room for two messages of the largest size, cut into datagrams and with what it takes to find these. */
    static long usualBytes(int maxMessageSize) {
        return Math.max(USUAL_BYTES, maxMessageSize / 4 * 9L);
    }

    /** As above: at least so much. For any thread. */
    synchronized void keep(OutboundStream stream, long typeId, long atMost, long forAtMost) {
        RepairableStream known = stream.repairable();
        if (known != null) {
            known.keepAtLeast(atMost, forAtMost);
            return;
        }
        RepairableStream repairable =
                new RepairableStream(typeId, stream.destination(), stream.sequence(), atMost, forAtMost, wake);
        answers.add(repairable);
        stream.keepIn(repairable);
    }

    /**
     * A NAK.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it is not what it says
     */
    void asked(InboundMessage message, SocketAddress source) {
        stirred = true;
        answers.asked(message, source, environment.nanoTime());
    }

    /** Does what a datagram has made due. Whether the next {@link #tick} may be due earlier than the last one said. */
    boolean afterDatagram() {
        if (stirred) {
            tick();
            return true;
        }
        return false;
    }

    /** Does what is due; in how many nanoseconds to call again. */
    long tick() {
        stirred = false;
        long pause = sendPath.tend(answers);
        long now = environment.nanoTime();
        return Math.max(1, Math.min(pause, answers.tick(now, environment.epochNanos()) - now));
    }
}

package org.domaintypesystem;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.RepairAnswers;
import org.domaintypesystem.engine.RepairableStream;
import org.domaintypesystem.engine.Resender;
import org.domaintypesystem.send.OutboundStream;
import org.domaintypesystem.send.SendPath;
import org.domaintypesystem.spi.Environment;
import org.jspecify.annotations.Nullable;

/** What a node keeps of reliable types, and sends again to those who miss it. For the receiving thread but where it says so. */
final class NodeRepairs {
    /** So long nobody must have asked for anything before a node leaves: a few rounds of heartbeats. */
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(500);

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Environment environment;
    private final Retention usual;
    private final SendPath sendPath;
    private final RepairAnswers answers;
    private final Runnable wake;

    private final Resender resender;

    /** How far it is with taking its leave. */
    private enum Farewell {
        NOT_YET,
        ASKED,
        SAID,
        NOTHING_KEPT
    }

    private volatile Farewell farewell = Farewell.NOT_YET;

    /** Whether something has come since the last tick. */
    private boolean stirred;

    /**
     * @param sender of this node
     * @param usual what is kept of a type unless somebody says otherwise; bytes and time are both given
     * @param wake has {@link #tick} called soon
     */
    NodeRepairs(
            Environment environment,
            long sender,
            Retention usual,
            SendPath sendPath,
            Resender resender,
            ControlOutput output,
            Counters counters,
            Runnable wake) {
        this.environment = environment;
        this.usual = usual;
        this.sendPath = sendPath;
        this.resender = resender;
        this.answers = new RepairAnswers(sender, output, resender, counters, environment.random());
        this.wake = wake;
    }

    /**
     * Keeps what is sent of a type from now on, so that it can be sent again. For any thread.
     *
     * @param said how much; null: as much as is usual, unless somebody says otherwise
     */
    synchronized void keep(OutboundStream stream, long typeId, @Nullable Retention said) {
        RepairableStream repairable = stream.repairable();
        if (repairable == null) {
            repairable = new RepairableStream(
                    typeId, stream.destination(), stream.sequence(), usual.bytes(), usual.nanos(), wake);
            answers.add(repairable);
            stream.keepIn(repairable);
        }
        if (said != null) {
            Retention whole = said.or(usual);
            repairable.keep(whole.bytes(), whole.nanos());
        }
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
        if (farewell == Farewell.ASKED) {
            farewell = answers.sayAll(now) ? Farewell.SAID : Farewell.NOTHING_KEPT;
        }
        pause = Math.min(pause, answers.tick(now, environment.epochNanos()) - now);
        if (farewell == Farewell.SAID && untilQuiet(now) > 0) {
            pause = Math.min(pause, untilQuiet(now));
        }
        return Math.max(1, pause);
    }

    /**
     * Says what there is, and waits until nobody has asked for any of it for a while. For any thread but the receiving one.
     *
     * @param isOver whether to wait no longer
     * @param patience how long to wait at most
     */
    void linger(BooleanSupplier isOver, Duration patience) throws InterruptedException {
        if (farewell == Farewell.NOT_YET) {
            farewell = Farewell.ASKED;
        }
        wake.run();
        environment.await(() -> isOver.getAsBoolean() || hasLingered(), nanos(patience));
    }

    private static long nanos(Duration time) {
        return time.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : time.toNanos();
    }

    private boolean hasLingered() {
        return switch (farewell) {
            case NOT_YET, ASKED -> false;
            case SAID -> untilQuiet(environment.nanoTime()) <= 0 && !resender.isAsked();
            case NOTHING_KEPT -> true;
        };
    }

    private long untilQuiet(long now) {
        return answers.stirredAt() + QUIET - now;
    }
}

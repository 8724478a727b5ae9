package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Sends a message, waits for its echo, which comes on another thread, and sends the next. */
final class RoundTrips implements Contender.Sink {
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    /** Digits of a time that are kept. */
    private static final int DIGITS = 3;

    private final Contender.Sender sender;
    private long sequence;
    private volatile long sentAt;
    private volatile Echo heard = new Echo(-1, 0);

    private record Echo(long sequence, long nanos) {}

    RoundTrips(Contender.Sender sender) {
        this.sender = sender;
    }

    @Override
    public void message(int source, long echoed) {
        heard = new Echo(echoed, System.nanoTime() - sentAt);
    }

    /**
     * Measures one message in a millisecond, after a time of one upon the other.
     *
     * @throws IOException if an echo does not come
     */
    RoundTripTimes measure(long warmUpNanos, long nanos) throws IOException {
        exchange(Contender::giveWay);
        long warm = System.nanoTime() + warmUpNanos;
        while (System.nanoTime() < warm) {
            exchange(Contender::giveWay);
        }
        Histogram times = new Histogram(DIGITS);
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            times.recordValue(exchange(() -> LockSupport.parkNanos(PAUSE_NANOS)));
        }
        return RoundTripTimes.of(times);
    }

    /** Waits at least once, so that it is the waiting that makes the pauses. */
    private long exchange(Runnable waiting) throws IOException {
        long number = sequence++;
        sentAt = System.nanoTime();
        sender.send(0, number, 1);
        do {
            waiting.run();
            if (System.nanoTime() - sentAt > PATIENCE_NANOS) {
                throw new IOException("no echo of message " + number);
            }
        } while (heard.sequence() < number);
        return heard.nanos();
    }
}

package org.domaintypesystem.benchmarks.bus;

import java.util.concurrent.locks.LockSupport;

/** Makes a sender keep to a rate, a few messages at a time. For one thread. */
final class Pace {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** How often something is sent, a second. */
    private static final int BURSTS = 1000;

    private final long perSecond;
    private final long start = System.nanoTime();

    /**
     * @param perSecond how many messages; 0 for as many as it goes
     */
    Pace(long perSecond) {
        this.perSecond = perSecond;
    }

    /** How many to send at once, at most {@code usual}. */
    int burst(int usual) {
        return perSecond == 0 ? usual : (int) Math.max(1, Math.min(usual, perSecond / BURSTS));
    }

    /** Waits until it is the turn of the message after so many; not at all for who is behind. */
    void await(long sent) {
        if (perSecond == 0) {
            return;
        }
        long due = start + sent * NANOS_PER_SECOND / perSecond;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}

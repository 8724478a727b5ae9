package org.domaintypesystem.engine;

import java.util.function.LongSupplier;

/** A time that goes on only while somebody looks at it: of a pause, a second counts. For one thread at a time. */
final class WakingTime {
    private static final long LONGEST_STEP = 1_000_000_000;

    private final LongSupplier nanoTime;
    private long looked;
    private long now = 1;

    /**
     * @param nanoTime a time that never goes back, in nanoseconds
     */
    WakingTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.looked = nanoTime.getAsLong();
    }

    /** Nanoseconds, more than 0. */
    long now() {
        long at = nanoTime.getAsLong();
        now += Math.min(at - looked, LONGEST_STEP);
        looked = at;
        return now;
    }
}

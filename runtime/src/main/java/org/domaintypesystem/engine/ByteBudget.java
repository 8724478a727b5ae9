package org.domaintypesystem.engine;

/** So many bytes a second in the long run, and as many at once. For one thread at a time. */
final class ByteBudget {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long rate;
    private long left;
    private long at;
    private boolean begun;

    /**
     * @param rate in bytes a second
     */
    ByteBudget(long rate) {
        this.rate = rate;
    }

    /**
     * Whether something may be spent.
     *
     * @param now nanoseconds that never go back
     */
    boolean hasLeft(long now) {
        long elapsed = begun ? Math.min(now - at, NANOS_PER_SECOND) : NANOS_PER_SECOND;
        long gained = elapsed * rate / NANOS_PER_SECOND;
        if (gained > 0) {
            begun = true;
            at = now;
            left = Math.min(rate, left + gained);
        }
        return left > 0;
    }

    /** May spend more than is left: that is then missing for as long as it takes. */
    void spend(long bytes) {
        left -= bytes;
    }
}

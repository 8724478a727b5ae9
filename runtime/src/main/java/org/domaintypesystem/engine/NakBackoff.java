package org.domaintypesystem.engine;

import java.util.SplittableRandom;

/**
 * How long a receiver that misses something waits before it asks, so that of many that miss the same, few ask: what these are
 * sent comes to all. The truncated exponential distribution of RFC 5401.
 */
final class NakBackoff {
    private static final long MILLI = 1_000_000;

    /** In nanoseconds; for few receivers, and for a thousand. */
    private static final long SHORTEST = 2 * MILLI;

    private static final long LONGEST = 20 * MILLI;

    private final SplittableRandom random;

    NakBackoff(SplittableRandom random) {
        this.random = random;
    }

    /** The longest that anybody waits, in nanoseconds. */
    static long longest(int receivers) {
        int doublings = 31 - Integer.numberOfLeadingZeros(Math.max(1, receivers));
        return Math.min(LONGEST, Math.max(SHORTEST, SHORTEST * doublings));
    }

    /**
     * Draws a time.
     *
     * @param receivers how many may miss the same
     * @return nanoseconds
     */
    long draw(int receivers) {
        double longest = longest(receivers);
        double lambda = Math.log(Math.max(1, receivers)) + 1;
        double scale = lambda / longest;
        double steepness = Math.exp(lambda) - 1;
        double x = scale * (random.nextDouble() + 1 / steepness);
        return Math.min((long) longest, (long) (Math.log(x * steepness / scale) / scale));
    }
}

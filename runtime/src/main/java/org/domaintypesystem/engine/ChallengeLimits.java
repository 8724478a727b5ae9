package org.domaintypesystem.engine;

/**
 * How often a node proves that it is there: so often in a second to one who asks, and so often to all. Who asks is believed,
 * since it has the key; but what it has sealed may be played back. Bounded: two who share a place share what they may. Not for
 * several threads at once.
 */
final class ChallengeLimits {
    /** How many times a second one is answered. */
    static final int RATE = 16;

    /** How many bytes of answers leave in a second. */
    static final long BYTES_PER_SECOND = 1 << 18;

    private static final int PLACES = 1024;
    private static final long SECOND = 1_000_000_000;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final long seed;
    private final long[] begun = new long[PLACES];
    private final int[] counts = new int[PLACES];
    private final ByteBudget all = new ByteBudget(BYTES_PER_SECOND);

    ChallengeLimits(long seed) {
        this.seed = seed;
    }

    /** Whether one who asks is answered. */
    boolean allows(long asker, int bytes, long now) {
        int place = (int) (((asker ^ seed) * MULTIPLIER) >>> 32) & PLACES - 1;
        if (counts[place] == 0 || now - begun[place] >= SECOND) {
            begun[place] = now;
            counts[place] = 0;
        }
        if (counts[place] == RATE || !all.hasLeft(now)) {
            return false;
        }
        counts[place]++;
        all.spend(bytes);
        return true;
    }
}

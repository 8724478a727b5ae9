package org.domaintypesystem.testkit;

/**
 * Random numbers, the same for a seed on every JVM: SplitMix64, see Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", 2014.
 */
final class Chance {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    Chance(long seed) {
        this.state = seed;
    }

    long next() {
        state += GAMMA;
        long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** Whether something of this probability, 0 to 1, happens. What cannot happen draws no number. */
    boolean happens(double probability) {
        return probability > 0 && unit() < probability;
    }

    /** A number from {@code least} to {@code most}, both included. */
    long between(long least, long most) {
        return least == most ? least : least + (long) (unit() * (most - least + 1));
    }

    private double unit() {
        return (next() >>> 11) * 0x1p-53;
    }
}

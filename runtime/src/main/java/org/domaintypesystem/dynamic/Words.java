package org.domaintypesystem.dynamic;

/** The data section of a struct as words, of which those at the end may be missing, as zero. */
final class Words {
    private Words() {}

    /** What lies at an offset in bits, in the lowest bits of the result. */
    static long get(long[] words, int offset) {
        int index = offset >>> 6;
        return index < words.length ? words[index] >>> (offset & 63) : 0;
    }

    /** Sets as many bits as a value has, at an offset that is a multiple of these. */
    static void set(long[] words, int offset, int bits, long value) {
        int index = offset >>> 6;
        long mask = -1L >>> (Long.SIZE - bits);
        words[index] = (words[index] & ~(mask << (offset & 63))) | (value & mask) << (offset & 63);
    }
}

package org.domaintypesystem.seal;

import org.domaintypesystem.codec.WireWriter;

/** The 96 bits by which no two texts of one key are sealed alike: kind of counter, index of the fragment, sequence. */
final class Nonce {
    static final int BYTES = 12;

    /** What follows these does not fit in. */
    static final long MAX_SEQUENCE = (1L << 56) - 1;

    static final int MAX_FRAGMENT = (1 << 24) - 1;

    private static final int FRAGMENT_SHIFT = 16;
    private static final int SEQUENCE_SHIFT = 40;

    private Nonce() {}

    static boolean fits(long sequence, int fragmentIndex) {
        return sequence > 0 && sequence <= MAX_SEQUENCE && fragmentIndex >= 0 && fragmentIndex <= MAX_FRAGMENT;
    }

    /**
     * Writes a nonce: all three numbers little-endian, one behind the other.
     *
     * @param sequence fits, as the index does
     */
    static void write(byte[] nonce, CounterKind kind, int fragmentIndex, long sequence) {
        long low = kind.number | (long) fragmentIndex << FRAGMENT_SHIFT | sequence << SEQUENCE_SHIFT;
        WireWriter.int64(nonce, 0, low);
        WireWriter.int32(nonce, Long.BYTES, (int) (sequence >>> (Long.SIZE - SEQUENCE_SHIFT)));
    }
}

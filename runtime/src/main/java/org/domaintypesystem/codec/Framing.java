package org.domaintypesystem.codec;

/** The standard stream framing of a message that has one segment: a zero, and the segment's size in words. */
public final class Framing {
    /** Size of the framing in bytes. */
    public static final int BYTES = 8;

    private Framing() {}

    /**
     * Writes the framing of the segment that follows it.
     *
     * @param at index of the framing
     * @param end index behind the segment
     */
    public static void write(byte[] out, int at, int end) {
        WireWriter.int64(out, at, (long) (end - at - BYTES) >>> 3 << 32);
    }

    /**
     * Where the segment ends whose framing was written.
     *
     * @param at index of the framing
     */
    public static int end(byte[] in, int at) {
        return at + BYTES + (int) LittleEndian.INT.get(in, at + Integer.BYTES) * Long.BYTES;
    }
}

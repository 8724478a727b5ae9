package org.domaintypesystem.capnproto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Packs words, byte by byte as the reference implementation does: a tag with a bit for each byte of the word that is not
 * zero, then these bytes. Behind a tag of no bit the number of further words of zeros; behind one of all bits the number
 * of words that follow as they are.
 */
final class Packing {
    /** Tag, bytes, number of words as they are. */
    static final int MOST_BYTES_OF_WORD = 10;

    static final int NO_BYTE = 0;
    static final int ALL_BYTES = 0xFF;

    private static final int LONGEST_RUN = 255;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Packing() {}

    /**
     * Packs the words from one index to another.
     *
     * @return index behind what was written
     */
    static int pack(byte[] in, int from, int to, byte[] out, int start) {
        int at = from;
        int end = start;
        while (at < to) {
            int tagAt = end++;
            int tag = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                byte value = in[at + i];
                if (value != 0) {
                    tag |= 1 << i;
                    out[end++] = value;
                }
            }
            out[tagAt] = (byte) tag;
            at += Long.BYTES;
            int last = Math.min(to, at + LONGEST_RUN * Long.BYTES);
            if (tag == NO_BYTE) {
                int behind = behindZeros(in, at, last);
                out[end++] = (byte) ((behind - at) / Long.BYTES);
                at = behind;
            } else if (tag == ALL_BYTES) {
                int behind = behindFullWords(in, at, last);
                out[end++] = (byte) ((behind - at) / Long.BYTES);
                System.arraycopy(in, at, out, end, behind - at);
                end += behind - at;
                at = behind;
            }
        }
        return end;
    }

    private static int behindZeros(byte[] in, int from, int to) {
        int at = from;
        while (at < to && (long) LONG.get(in, at) == 0) {
            at += Long.BYTES;
        }
        return at;
    }

    /** Words with two zeros are shorter when packed. */
    private static int behindFullWords(byte[] in, int from, int to) {
        int at = from;
        while (at < to && zeros(in, at) < 2) {
            at += Long.BYTES;
        }
        return at;
    }

    private static int zeros(byte[] in, int at) {
        int zeros = 0;
        for (int i = at; i < at + Long.BYTES; i++) {
            zeros += in[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}

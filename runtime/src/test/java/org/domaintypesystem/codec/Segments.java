package org.domaintypesystem.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Messages of several segments, written down word by word. */
public final class Segments {
    private Segments() {}

    /** A message in the standard framing. */
    public static byte[] message(long[]... segments) {
        int table = (segments.length / 2 + 1) * Long.BYTES;
        int words = 0;
        for (long[] segment : segments) {
            words += segment.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(table + words * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(segments.length - 1);
        for (long[] segment : segments) {
            bytes.putInt(segment.length);
        }
        bytes.position(table);
        for (long[] segment : segments) {
            for (long word : segment) {
                bytes.putLong(word);
            }
        }
        return bytes.array();
    }

    public static long[] segment(long... words) {
        return words;
    }

    /** A pointer to a struct, or the tag of a list of structs, whose number then is the offset. */
    public static long struct(int offset, int dataWords, int pointers) {
        return (long) offset << 2 & 0xFFFF_FFFFL | (long) dataWords << 32 | (long) pointers << 48;
    }

    public static long list(int offset, int elementSize, int count) {
        return (long) offset << 2 & 0xFFFF_FFFFL | 1 | (long) elementSize << 32 | (long) count << 35;
    }

    /** A far pointer to a pointer. */
    public static long far(int segment, int word) {
        return (long) segment << 32 | (long) word << 3 | 2;
    }

    /** A far pointer to another one and a tag. */
    public static long doubleFar(int segment, int word) {
        return far(segment, word) | 4;
    }

    public static long capability(int index) {
        return (long) index << 32 | 3;
    }
}

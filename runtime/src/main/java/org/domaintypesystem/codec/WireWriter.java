package org.domaintypesystem.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Cap'n Proto at given places of a {@code byte[]}. All positions are indexes into the array; new content is
 * allocated upwards from {@code end}, which every method that allocates takes and returns.
 *
 * <p>Methods that check for space throw {@link OutOfSpaceException}; the others rely on the block that they write into
 * having been allocated.
 */
public final class WireWriter {
    private static final long STRUCT_KIND = 0;
    private static final long LIST_KIND = 1;
    private static final int MAX_ELEMENTS = (1 << 29) - 1;

    private WireWriter() {}

    /** Takes {@code bytes} at {@code end} without writing them. */
    public static int allocate(int end, int bytes, int limit) {
        if (bytes > limit - end) {
            throw new OutOfSpaceException();
        }
        return end + bytes;
    }

    public static void int8(byte[] out, int at, byte value) {
        out[at] = value;
    }

    /** Sets or clears a bit of a list. Bits are written in their order: the first of a byte clears the others. */
    public static void bit(byte[] out, int list, int index, boolean value) {
        int at = list + (index >>> 3);
        int others = (index & 7) == 0 ? 0 : out[at];
        out[at] = (byte) (others | (value ? 1 << (index & 7) : 0));
    }

    public static void int16(byte[] out, int at, short value) {
        LittleEndian.SHORT.set(out, at, value);
    }

    public static void uint16(byte[] out, int at, char value) {
        LittleEndian.CHAR.set(out, at, value);
    }

    public static void int32(byte[] out, int at, int value) {
        LittleEndian.INT.set(out, at, value);
    }

    public static void int64(byte[] out, int at, long value) {
        LittleEndian.LONG.set(out, at, value);
    }

    public static void float32(byte[] out, int at, float value) {
        LittleEndian.FLOAT.set(out, at, value);
    }

    public static void float64(byte[] out, int at, double value) {
        LittleEndian.DOUBLE.set(out, at, value);
    }

    /** Writes the null pointer. */
    public static void nothing(byte[] out, int pointer) {
        int64(out, pointer, 0);
    }

    /** Allocates a struct at {@code end} and points to it; its content is not written. */
    public static int struct(byte[] out, int pointer, int end, int dataWords, int pointers, int limit) {
        int after = allocate(end, (dataWords + pointers) * Long.BYTES, limit);
        // The pointer to an empty struct must not look like a null pointer: it points at itself.
        int target = after == end ? pointer : end;
        int64(out, pointer, pointer(pointer, target, STRUCT_KIND) | (long) dataWords << 32 | (long) pointers << 48);
        return after;
    }

    /**
     * Allocates a list of anything but structs at {@code end} and points to it. Its last word is zeroed, the rest is
     * not written.
     *
     * @param elementSize one of {@link ElementSize}
     */
    public static int list(byte[] out, int pointer, int end, int elementSize, int count, int limit) {
        long bytes = ((long) ElementSize.bits(elementSize) * count + 63) >>> 6 << 3;
        if (bytes > limit - end || count > MAX_ELEMENTS) {
            throw new OutOfSpaceException();
        }
        int after = end + (int) bytes;
        if (bytes > 0) {
            int64(out, after - Long.BYTES, 0);
        }
        int64(out, pointer, pointer(pointer, end, LIST_KIND) | (long) elementSize << 32 | (long) count << 35);
        return after;
    }

    /**
     * Allocates a list of structs at {@code end}, with its tag, and points to it. The first struct is at {@code end + 8}.
     *
     * @throws EncodeException if the structs have no fields and are more than {@link WireReader#MAX_EMPTY_STRUCTS}
     */
    public static int structList(byte[] out, int pointer, int end, int count, int dataWords, int pointers, int limit) {
        if (dataWords + pointers == 0 && count > WireReader.MAX_EMPTY_STRUCTS) {
            throw new EncodeException("a list of " + count + " structs without fields, at most "
                    + WireReader.MAX_EMPTY_STRUCTS + " are allowed: send their number instead");
        }
        long words = (long) count * (dataWords + pointers);
        if (words * Long.BYTES + Long.BYTES > limit - end || count > MAX_ELEMENTS) {
            throw new OutOfSpaceException();
        }
        int64(out, pointer, pointer(pointer, end, LIST_KIND) | (long) ElementSize.COMPOSITE << 32 | words << 35);
        int64(out, end, (long) count << 2 | (long) dataWords << 32 | (long) pointers << 48);
        return end + Long.BYTES + (int) words * Long.BYTES;
    }

    private static long pointer(int pointer, int target, long kind) {
        return ((target - pointer - Long.BYTES) >> 3 << 2 & 0xFFFF_FFFFL) | kind;
    }

    /** Writes a text, or a null pointer for null. */
    public static int text(byte[] out, int pointer, @Nullable String value, int end, int limit, String field) {
        if (value == null) {
            nothing(out, pointer);
            return end;
        }
        return TextWriter.write(out, pointer, value, end, limit, field);
    }

    /** Writes a {@code Data}, or a null pointer for null. */
    public static int data(byte[] out, int pointer, byte @Nullable [] value, int end, int limit) {
        if (value == null) {
            nothing(out, pointer);
            return end;
        }
        int after = list(out, pointer, end, ElementSize.BYTE, value.length, limit);
        System.arraycopy(value, 0, out, end, value.length);
        return after;
    }

    /** Writes the bytes between a buffer's position and its limit as {@code Data}, or a null pointer for null. */
    public static int data(byte[] out, int pointer, @Nullable ByteBuffer value, int end, int limit) {
        if (value == null) {
            nothing(out, pointer);
            return end;
        }
        int length = value.remaining();
        int after = list(out, pointer, end, ElementSize.BYTE, length, limit);
        value.get(value.position(), out, end, length);
        return after;
    }

    /**
     * The value, unless it is null.
     *
     * @param field full name of the field, for the message
     * @throws EncodeException if it is null
     */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new EncodeException(
                    field + " is null, and nothing says that it may be: set it, or annotate its type with @Nullable");
        }
        return value;
    }
}

package org.domaintypesystem.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads Cap'n Proto from a {@code byte[]} that nobody vouches for. Every pointer is checked against the segment before
 * it is followed, and a budget bounds the work that pointers to one and the same place could cause.
 *
 * <p>A struct or list that has been resolved is a {@code long}, so that reading allocates nothing. Fields that a struct
 * of an older sender does not have read as their defaults; {@link #ABSENT} reads as a struct of defaults only.
 *
 * <p>Reusable; not for several threads at once.
 */
public final class WireReader {
    /** What a null pointer resolves to. */
    public static final long ABSENT = 0;

    /**
     * How many structs without fields a list may hold. They take no bytes, so that nothing else bounds their number.
     */
    public static final int MAX_EMPTY_STRUCTS = 4_096;

    /** How deep a value may contain others of its type. */
    public static final int MAX_DEPTH = 64;

    /** Segments must end below this index. */
    public static final int MAX_END = 1 << 29;

    private static final int STRUCT_KIND = 0;
    private static final int LIST_KIND = 1;
    private static final long KIND_AND_SIZE = 7L << 32 | 3;
    private static final long LIST_OF_BYTES = (long) ElementSize.BYTE << 32 | LIST_KIND;
    private static final long LIST_OF_STRUCTS = (long) ElementSize.COMPOSITE << 32 | LIST_KIND;
    private static final int NANOS_PER_SECOND = 1_000_000_000;
    /** Arrays up to this size may stay reachable from a thread that has decoded one. */
    private static final int KEPT = 1 << 16;

    private static final byte[] NOTHING = {};
    private static final ThreadLocal<WireReader> OF_THREAD = ThreadLocal.withInitial(WireReader::new);

    private byte[] buffer = NOTHING;
    private int start;
    private int end;
    private long budget;
    private int depth;
    private boolean acquired;

    /** The calling thread's reader, or a new one if that is in use further up the stack. */
    static WireReader acquire() {
        WireReader reader = OF_THREAD.get();
        if (reader.acquired) {
            reader = new WireReader();
        }
        reader.acquired = true;
        return reader;
    }

    void release() {
        acquired = false;
        if (buffer.length > KEPT) {
            buffer = NOTHING;
        }
    }

    /**
     * Sets the reader to a segment, with a budget in proportion to its size.
     *
     * @param start index of the segment's first byte
     * @param end index behind its last one
     */
    public WireReader segment(byte[] buffer, int start, int end) {
        if (start < 0 || end < start || end > buffer.length || end >= MAX_END) {
            throw new DecodeException("segment from %d to %d in %d bytes".formatted(start, end, buffer.length));
        }
        // A reference that stays is not written again: that costs a collector's barrier.
        if (this.buffer != buffer) {
            this.buffer = buffer;
        }
        this.start = start;
        this.end = end;
        // Whoever reads every field once follows every pointer once; zero-sized elements need the constant.
        this.budget = (long) (end - start) + MAX_EMPTY_STRUCTS;
        this.depth = 0;
        return this;
    }

    /** Lifts the budget, for a reader whose fields are asked for one at a time, as often as somebody likes. */
    void withoutBudget() {
        budget = Long.MAX_VALUE;
    }

    /**
     * Sets the reader to a message in the standard framing and resolves its root.
     *
     * @param length the bytes from {@code offset} on that may be read; more than the message is allowed
     */
    public long message(byte[] buffer, int offset, int length) {
        if (offset < 0 || length < Framing.BYTES + Long.BYTES || length > buffer.length - offset) {
            throw new DecodeException("a message of " + length + " bytes, the shortest possible one has 16");
        }
        long framing = (long) LittleEndian.LONG.get(buffer, offset);
        if ((int) framing != 0) {
            return joined(buffer, offset, length);
        }
        long bytes = (framing >>> 32) << 3;
        if (bytes < Long.BYTES || bytes > length - Framing.BYTES) {
            throw new DecodeException("a segment of " + bytes + " bytes in a message of " + length);
        }
        int root = offset + Framing.BYTES;
        segment(buffer, root, root + (int) bytes);
        return structAt(root);
    }

    private long joined(byte[] buffer, int offset, int length) {
        byte[] message = SegmentJoiner.join(buffer, offset, length);
        return message(message, 0, message.length);
    }

    /** Resolves the struct that the pointer word at an index points to. */
    public long structAt(int pointer) {
        long word = (long) LittleEndian.LONG.get(buffer, pointer);
        if (word == 0) {
            return ABSENT;
        }
        if ((word & 3) != STRUCT_KIND) {
            throw DecodeException.unexpected(word, "a struct");
        }
        int dataWords = (int) (word >>> 32) & 0xFFFF;
        int pointers = (int) (word >>> 48);
        int at = target(pointer, word, dataWords + pointers);
        return struct(at, dataWords << 3, pointers);
    }

    /** Resolves the struct that a pointer of another struct points to. */
    public long struct(long struct, int pointerIndex) {
        return pointerIndex < pointers(struct) ? structAt(pointerAt(struct, pointerIndex)) : ABSENT;
    }

    /**
     * Resolves a list of anything but structs.
     *
     * @param elementSize the {@link ElementSize} that its elements must have
     */
    public long list(long struct, int pointerIndex, int elementSize) {
        if (pointerIndex >= pointers(struct)) {
            return ABSENT;
        }
        int pointer = pointerAt(struct, pointerIndex);
        long word = (long) LittleEndian.LONG.get(buffer, pointer);
        if (word == 0) {
            return ABSENT;
        }
        int size = (int) (word >>> 32) & 7;
        if ((word & 3) != LIST_KIND || size != elementSize) {
            throw DecodeException.unexpected(word, "a list of elements of size code " + elementSize);
        }
        int count = (int) (word >>> 35);
        return list(target(pointer, word, words(size, count)), count, size);
    }

    /** Resolves a list of structs; also one whose elements are plain values, each then a struct of one field. */
    public long structList(long struct, int pointerIndex) {
        if (pointerIndex >= pointers(struct)) {
            return ABSENT;
        }
        int pointer = pointerAt(struct, pointerIndex);
        long word = (long) LittleEndian.LONG.get(buffer, pointer);
        if (word == 0) {
            return ABSENT;
        }
        int count = (int) (word >>> 35);
        if ((word & KIND_AND_SIZE) != LIST_OF_STRUCTS) {
            return plainList(pointer, word, count);
        }
        int tagAt = target(pointer, word, count + 1L);
        long tag = (long) LittleEndian.LONG.get(buffer, tagAt);
        int elements = (int) tag >>> 2;
        long stride = (tag >>> 32 & 0xFFFF) + (tag >>> 48);
        if ((tag & 3) != STRUCT_KIND || elements * stride > count) {
            throw DecodeException.wrongTag();
        }
        return structs(tagAt + Long.BYTES, elements, ElementSize.COMPOSITE, stride);
    }

    /** A list of structs that an older sender writes as plain values. */
    private long plainList(int pointer, long word, int count) {
        int size = (int) (word >>> 32) & 7;
        if ((word & 3) != LIST_KIND || size == ElementSize.BIT) {
            throw DecodeException.unexpected(word, "a list of structs");
        }
        return structs(target(pointer, word, words(size, count)), count, size, ElementSize.bits(size));
    }

    private long structs(int at, int count, int elementSize, long stride) {
        if (stride == 0 && count > MAX_EMPTY_STRUCTS) {
            throw DecodeException.tooManyEmpty();
        }
        charge(count);
        return list(at, count, elementSize);
    }

    /** How many elements a resolved list has; 0 for {@link #ABSENT}. */
    public int count(long list) {
        return (int) (list >>> 6) & (MAX_END - 1);
    }

    /**
     * An element of a resolved list, as a struct: a plain value is the only field of one. Not for lists of bits.
     *
     * @param index below {@link #count}; the caller checks that
     */
    public long element(long list, int index) {
        int at = at(list);
        if (((int) list & 7) != ElementSize.COMPOSITE) {
            return plainElement(at, (int) list & 7, index);
        }
        long tag = (long) LittleEndian.LONG.get(buffer, at - Long.BYTES);
        int dataBytes = ((int) (tag >>> 32) & 0xFFFF) << 3;
        int pointers = (int) (tag >>> 48);
        return struct(at + index * (dataBytes + (pointers << 3)), dataBytes, pointers);
    }

    private static long plainElement(int at, int size, int index) {
        int bytes = ElementSize.bits(size) >>> 3;
        return size == ElementSize.POINTER ? struct(at + index * bytes, 0, 1) : struct(at + index * bytes, bytes, 0);
    }

    /** An element of a resolved list of bits. The index is checked, as it is by the methods that follow. */
    public boolean bitAt(long list, int index) {
        int bit = Objects.checkIndex(index, count(list));
        return (buffer[at(list) + (bit >>> 3)] >>> (bit & 7) & 1) != 0;
    }

    /** An element of a resolved list whose elements have the size of what is read; also below. */
    public byte int8At(long list, int index) {
        return buffer[at(list) + Objects.checkIndex(index, count(list))];
    }

    public short int16At(long list, int index) {
        return (short) LittleEndian.SHORT.get(buffer, at(list) + Objects.checkIndex(index, count(list)) * Short.BYTES);
    }

    public char uint16At(long list, int index) {
        return (char) int16At(list, index);
    }

    public int int32At(long list, int index) {
        return (int) LittleEndian.INT.get(buffer, at(list) + Objects.checkIndex(index, count(list)) * Integer.BYTES);
    }

    public long int64At(long list, int index) {
        return (long) LittleEndian.LONG.get(buffer, at(list) + Objects.checkIndex(index, count(list)) * Long.BYTES);
    }

    public float float32At(long list, int index) {
        return Float.intBitsToFloat(int32At(list, index));
    }

    public double float64At(long list, int index) {
        return Double.longBitsToDouble(int64At(list, index));
    }

    /** Nanoseconds since the epoch, as an instant. */
    public Instant instantAt(long list, int index) {
        return instant(int64At(list, index));
    }

    /**
     * Eight bytes at an offset in bytes in the data section, from which fields are taken by shifting. Bytes that the
     * struct does not have are zero.
     */
    public long word(long struct, int offset) {
        return offset + Long.BYTES <= dataBytes(struct)
                ? (long) LittleEndian.LONG.get(buffer, at(struct) + offset)
                : shortWord(struct, offset);
    }

    private long shortWord(long struct, int offset) {
        long word = 0;
        for (int i = dataBytes(struct) - 1; i >= offset; i--) {
            word = word << Byte.SIZE | (buffer[at(struct) + i] & 0xFF);
        }
        return word;
    }

    /** A bit at an offset in bits in the data section. */
    public boolean bool(long struct, int bit) {
        return bit >>> 3 < dataBytes(struct) && (buffer[at(struct) + (bit >>> 3)] >>> (bit & 7) & 1) != 0;
    }

    /** A byte at an offset in bytes in the data section, as are the offsets of the methods that follow. */
    public byte int8(long struct, int offset) {
        return offset < dataBytes(struct) ? buffer[at(struct) + offset] : 0;
    }

    public short int16(long struct, int offset) {
        return offset + Short.BYTES <= dataBytes(struct)
                ? (short) LittleEndian.SHORT.get(buffer, at(struct) + offset)
                : 0;
    }

    public char uint16(long struct, int offset) {
        return (char) int16(struct, offset);
    }

    public int int32(long struct, int offset) {
        return offset + Integer.BYTES <= dataBytes(struct)
                ? (int) LittleEndian.INT.get(buffer, at(struct) + offset)
                : 0;
    }

    public long int64(long struct, int offset) {
        return offset + Long.BYTES <= dataBytes(struct) ? (long) LittleEndian.LONG.get(buffer, at(struct) + offset) : 0;
    }

    public float float32(long struct, int offset) {
        return Float.intBitsToFloat(int32(struct, offset));
    }

    public double float64(long struct, int offset) {
        return Double.longBitsToDouble(int64(struct, offset));
    }

    /** Nanoseconds since the epoch, as an instant. */
    public Instant instant(long struct, int offset) {
        return instant(int64(struct, offset));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, (long) NANOS_PER_SECOND));
    }

    /** A text, or null where there is none. Malformed UTF-8 reads as U+FFFD. */
    public @Nullable String text(long struct, int pointerIndex) {
        long list = textBytes(struct, pointerIndex);
        return list == ABSENT ? null : new String(buffer, at(list), count(list), StandardCharsets.UTF_8);
    }

    /** The bytes of a text without the final zero, as a resolved list. */
    long textBytes(long struct, int pointerIndex) {
        if (pointerIndex >= pointers(struct)) {
            return ABSENT;
        }
        int pointer = pointerAt(struct, pointerIndex);
        long word = (long) LittleEndian.LONG.get(buffer, pointer);
        if (word == 0) {
            return ABSENT;
        }
        if ((word & KIND_AND_SIZE) != LIST_OF_BYTES) {
            throw DecodeException.unexpected(word, "a text");
        }
        int count = (int) (word >>> 35);
        int at = target(pointer, word, (count + 7L) >>> 3);
        if (count == 0 || buffer[at + count - 1] != 0) {
            throw DecodeException.withoutZero();
        }
        return list(at, count - 1, ElementSize.BYTE);
    }

    /** A {@code Data}, or null where there is none. */
    public byte @Nullable [] data(long struct, int pointerIndex) {
        long list = list(struct, pointerIndex, ElementSize.BYTE);
        if (list == ABSENT) {
            return null;
        }
        byte[] value = new byte[count(list)];
        System.arraycopy(buffer, at(list), value, 0, value.length);
        return value;
    }

    /** A {@code Data} as a buffer of its own, or null where there is none. */
    public @Nullable ByteBuffer buffer(long struct, int pointerIndex) {
        byte[] value = data(struct, pointerIndex);
        return value == null ? null : ByteBuffer.wrap(value);
    }

    /**
     * Goes into a value that can contain others of its type. Until {@link #leave}; where reading ends with an exception,
     * the next message begins anew.
     */
    void enter() {
        if (depth == MAX_DEPTH) {
            throw DecodeException.tooDeep();
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Index of the first byte of a resolved struct or list. */
    int at(long resolved) {
        return (int) (resolved >>> 35);
    }

    private static long struct(int at, int dataBytes, int pointers) {
        return (long) at << 35 | (long) dataBytes << 16 | pointers;
    }

    private static long list(int at, int count, int elementSize) {
        return (long) at << 35 | (long) count << 6 | elementSize;
    }

    private static int dataBytes(long struct) {
        return (int) (struct >>> 16) & 0x7_FFFF;
    }

    private static int pointers(long struct) {
        return (int) struct & 0xFFFF;
    }

    private int pointerAt(long struct, int pointerIndex) {
        return at(struct) + dataBytes(struct) + (pointerIndex << 3);
    }

    private static long words(int elementSize, int count) {
        return ((long) ElementSize.bits(elementSize) * count + 63) >>> 6;
    }

    /** Where a pointer points, if all of its {@code words} are in the segment. */
    private int target(int pointer, long word, long words) {
        long at = pointer + 8L + ((int) word >> 2) * 8L;
        if (at < start || at + words * 8 > end) {
            throw DecodeException.outOfSegment();
        }
        charge(words);
        return (int) at;
    }

    private void charge(long words) {
        budget -= words;
        if (budget < 0) {
            throw DecodeException.overBudget();
        }
    }
}

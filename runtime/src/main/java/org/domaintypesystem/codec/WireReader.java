package org.domaintypesystem.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads Cap'n Proto from a {@code byte[]} that nobody vouches for. Every pointer is checked against the segment before
 * it is followed, and a budget bounds the work that pointers to one and the same place could cause.
 *
 * <p>{@link #ABSENT} reads as a struct of defaults only, and as a list without elements.
 *
 * <p>Reusable; not for several threads at once.
 */
public final class WireReader extends FieldReader {
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

    private static final long HASH_MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private int start;
    private int end;
    private long budget;
    private int depth;
    private long first;

    /**
     * Sets the reader to a segment, with a budget in proportion to its size.
     *
     * @param start index of the segment's first byte
     * @param end index behind its last one
     */
    public WireReader segment(byte[] buffer, int start, int end) {
        return segment(buffer, start, end, budgetOf(end - start));
    }

    /**
     * Sets the reader to a segment, with a budget that several readings share.
     *
     * @param budget in words; what is left of it, {@link #budget} tells
     */
    public WireReader segment(byte[] buffer, int start, int end, long budget) {
        if (start < 0 || end < start || end > buffer.length || end >= MAX_END) {
            throw new DecodeException("segment from %d to %d in %d bytes".formatted(start, end, buffer.length));
        }
        set(buffer, start, end);
        this.budget = budget;
        return this;
    }

    /** The budget of a segment in words. Whoever reads every field once follows every pointer once. */
    public static long budgetOf(int bytes) {
        // Elements without a size need the constant.
        return (long) bytes + MAX_EMPTY_STRUCTS;
    }

    /** What is left of the budget, in words; negative if reading ended for lack of it. */
    public long budget() {
        return budget;
    }

    /** Sets the reader to the segment of another. */
    void sameSegment(WireReader other) {
        set(other.buffer, other.start, other.end);
    }

    private void set(byte[] buffer, int start, int end) {
        // A reference that stays is not written again: that costs a collector's barrier.
        if (this.buffer != buffer) {
            this.buffer = buffer;
        }
        this.start = start;
        this.end = end;
        this.budget = budgetOf(end - start);
        this.depth = 0;
    }

    /**
     * Sets the reader to a message in the standard framing and resolves its root.
     *
     * @param length the bytes from {@code offset} on that may be read; more than the message is allowed
     */
    public long message(byte[] buffer, int offset, int length) {
        // Differences of which none may be negative, in one test; also below.
        if ((offset | length - Framing.BYTES - Long.BYTES | (long) buffer.length - offset - length) < 0) {
            throw DecodeException.tooShort(length);
        }
        int root = offset + Framing.BYTES;
        long framing = (long) LittleEndian.LONG.get(buffer, offset);
        // The number of segments less one is in the upper half now, the number of words in the lower.
        long words = Long.rotateLeft(framing, Integer.SIZE);
        long free = ((length - Framing.BYTES) >> 3) - words;
        if ((words - 1 | free | MAX_END - 1 - root - (words << 3)) < 0) {
            return joined(buffer, offset, length, framing);
        }
        set(buffer, root, root + ((int) words << 3));
        // Nearly every root follows its pointer at once, so that only its size is to be checked.
        long word = (long) LittleEndian.LONG.get(buffer, root);
        int dataWords = (int) (word >>> 32) & 0xFFFF;
        int pointers = (int) (word >>> 48);
        if ((int) word == 0 && word != 0 && dataWords + pointers < (int) words) {
            return struct(root + Long.BYTES, dataWords << 3, pointers);
        }
        return structAt(root);
    }

    /** A message of several segments, made one of one. */
    private long joined(byte[] buffer, int offset, int length, long framing) {
        if ((int) framing == 0) {
            throw DecodeException.wrongFraming(framing, length);
        }
        byte[] message = SegmentJoiner.join(buffer, offset, length);
        return message(message, 0, message.length);
    }

    /** Resolves the struct that the pointer word at an index points to, without charging the budget. */
    public long structAt(int pointer) {
        long word = (long) LittleEndian.LONG.get(buffer, pointer);
        if (word == 0) {
            return ABSENT;
        }
        if ((word & 3) != STRUCT_KIND) {
            throw DecodeException.unexpected(word, "a struct");
        }
        int dataBytes = (int) (word >>> 32 & 0xFFFF) << 3;
        int pointers = (int) (word >>> 48);
        return struct(target(pointer, word, STRUCT_KIND, dataBytes + (pointers << 3)), dataBytes, pointers);
    }

    /** Resolves the struct that a pointer of another struct points to. */
    public long struct(long struct, int pointerIndex) {
        long target = structInPlace(struct, pointerIndex);
        charge((dataBytes(target) >>> 3) + pointers(target));
        return target;
    }

    /** As {@link #struct}, but free: for views, which are asked for the same field as often as somebody likes. */
    public long structInPlace(long struct, int pointerIndex) {
        return pointerIndex < pointers(struct) ? structAt(pointerAt(struct, pointerIndex)) : ABSENT;
    }

    /**
     * Resolves a list of anything but structs.
     *
     * @param elementSize the {@link ElementSize} that its elements must have
     */
    public long list(long struct, int pointerIndex, int elementSize) {
        long list = listInPlace(struct, pointerIndex, elementSize);
        charge(words(elementSize, count(list)));
        return list;
    }

    /** As {@link #list}, but free, for views. */
    public long listInPlace(long struct, int pointerIndex, int elementSize) {
        long word = pointer(struct, pointerIndex);
        if (word == 0) {
            return ABSENT;
        }
        int pointer = pointerAt(struct, pointerIndex);
        if ((word & KIND_AND_SIZE) != ((long) elementSize << 32 | LIST_KIND)) {
            throw DecodeException.unexpected(word, "a list of elements of size code " + elementSize);
        }
        int count = elements(word);
        return list(target(pointer, word, LIST_KIND, words(elementSize, count) << 3), count, elementSize);
    }

    /** Resolves a list of structs; also one whose elements are plain values, each then a struct of one field. */
    public long structList(long struct, int pointerIndex) {
        long list = structListInPlace(struct, pointerIndex);
        if (list != ABSENT) {
            // A word for each element, besides its bytes: it may have none.
            charge(count(list) * ((step(first) >>> 38) + 1L));
        }
        return list;
    }

    /** As {@link #structList}, but free, for views. */
    public long structListInPlace(long struct, int pointerIndex) {
        long word = pointer(struct, pointerIndex);
        if (word == 0) {
            return ABSENT;
        }
        int pointer = pointerAt(struct, pointerIndex);
        int words = elements(word);
        if ((word & KIND_AND_SIZE) != LIST_OF_STRUCTS) {
            return plainList(pointer, word, words);
        }
        int tagAt = target(pointer, word, LIST_KIND, (words + 1L) << 3);
        long tag = (long) LittleEndian.LONG.get(buffer, tagAt);
        int count = (int) tag >>> 2;
        int dataWords = (int) (tag >>> 32) & 0xFFFF;
        int pointers = (int) (tag >>> 48);
        long stride = (long) dataWords + pointers;
        if ((tag & 3) != STRUCT_KIND || count * stride > words) {
            throw DecodeException.wrongTag();
        }
        first = struct(tagAt + Long.BYTES, dataWords << 3, pointers);
        return structs(tagAt + Long.BYTES, count, ElementSize.COMPOSITE, stride);
    }

    /** The first element of the list of structs that was resolved last, if it has any. */
    public long first() {
        return first;
    }

    /** A list of structs that an older sender writes as plain values. */
    private long plainList(int pointer, long word, int count) {
        int size = (int) (word >>> 32) & 7;
        if ((word & 3) != LIST_KIND || size == ElementSize.BIT) {
            throw DecodeException.unexpected(word, "a list of structs");
        }
        int at = target(pointer, word, LIST_KIND, words(size, count) << 3);
        first = plainElement(at, size, 0);
        return structs(at, count, size, ElementSize.bits(size));
    }

    private static long structs(int at, int count, int elementSize, long stride) {
        if (stride == 0 && count > MAX_EMPTY_STRUCTS) {
            throw DecodeException.tooManyEmpty();
        }
        return list(at, count, elementSize);
    }

    /** A text, or null where there is none. Malformed UTF-8 reads as U+FFFD. */
    public @Nullable String text(long struct, int pointerIndex) {
        long word = pointer(struct, pointerIndex);
        if (word == 0) {
            return null;
        }
        int at = textAt(pointerAt(struct, pointerIndex), word);
        int count = elements(word);
        charge((count + 7) >>> 3);
        return new String(buffer, at, count - 1, StandardCharsets.UTF_8);
    }

    /** Whether a pointer of a struct is another than null; what it leads to is not looked at. */
    public boolean isPresent(long struct, int pointerIndex) {
        return pointer(struct, pointerIndex) != 0;
    }

    /** Continues a hash with the bytes of a text. Only for those who can do with a wrong guess: it is fast, and no more. */
    public long hashText(long struct, int pointerIndex, long hash) {
        long word = pointer(struct, pointerIndex);
        if (word == 0) {
            return hash;
        }
        int at = textAt(pointerAt(struct, pointerIndex), word);
        int words = (elements(word) + 7) >>> 3;
        charge(words);
        long hashed = hash;
        for (int i = 0; i < words; i++) {
            hashed = (hashed ^ (long) LittleEndian.LONG.get(buffer, at + (i << 3))) * HASH_MULTIPLIER;
            hashed ^= hashed >>> 29;
        }
        return hashed;
    }

    /** The word of a pointer; 0 if the struct does not have it. */
    long pointer(long struct, int pointerIndex) {
        return pointerIndex < pointers(struct)
                ? (long) LittleEndian.LONG.get(buffer, pointerAt(struct, pointerIndex))
                : 0;
    }

    /** How many elements a list pointer gives, a text's final zero included. */
    static int elements(long word) {
        return (int) (word >>> 35);
    }

    /** Where a text is, that ends with a zero, without charging the budget. */
    int textAt(int pointer, long word) {
        if ((word & KIND_AND_SIZE) != LIST_OF_BYTES) {
            throw DecodeException.unexpected(word, "a text");
        }
        int count = elements(word);
        long at = leadsTo(pointer, word, LIST_KIND);
        // One test, as in target(); a text has a byte at least.
        if ((at - start | end - count - at | count - 1) < 0) {
            throw count == 0 ? DecodeException.withoutZero() : DecodeException.outOfSegment();
        }
        if (buffer[(int) at + count - 1] != 0) {
            throw DecodeException.withoutZero();
        }
        return (int) at;
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
     * Copies what a pointer of a struct leads to into a message of its own, in the standard framing. Charged to the budget as if
     * it were read. Where there is no such pointer, the message has no root.
     */
    public byte[] extract(long struct, int pointerIndex) {
        if (pointerIndex >= pointers(struct)) {
            byte[] empty = new byte[Framing.BYTES + Long.BYTES];
            Framing.write(empty, 0, empty.length);
            return empty;
        }
        byte[] message = SegmentJoiner.extract(buffer, start, end, pointerAt(struct, pointerIndex));
        charge(message.length >>> 3);
        return message;
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

    private static long words(int elementSize, int count) {
        return ((long) ElementSize.bits(elementSize) * count + 63) >>> 6;
    }

    /** Where a pointer of a known kind points, if that many bytes from there on are in the segment. */
    private int target(int pointer, long word, int kind, long bytes) {
        long at = leadsTo(pointer, word, kind);
        // Both differences in one test: negative if either is.
        if ((at - start | end - bytes - at) < 0) {
            throw DecodeException.outOfSegment();
        }
        return (int) at;
    }

    /** The distance is in words and above the two bits of the kind, so that twice the lower half is bytes. */
    private static long leadsTo(int pointer, long word, int kind) {
        return pointer + (Long.BYTES - 2L * kind) + 2L * (int) word;
    }

    private void charge(long words) {
        budget -= words;
        if (budget < 0) {
            throw DecodeException.overBudget();
        }
    }
}

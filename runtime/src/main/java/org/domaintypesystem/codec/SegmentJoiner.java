package org.domaintypesystem.codec;

import java.util.Arrays;

/**
 * Puts a message of several segments into one, so that it is read like any other:
 *
 * <pre>{@code
 * byte[] message = SegmentJoiner.join(buffer, offset, length);
 * T value = codec.decode(message, 0, message.length);
 * }</pre>
 *
 * <p>{@link Codec#decode}, {@link View#wrap} and {@link WireReader#message} do this by themselves.
 *
 * <p>Time and memory are in proportion to the message, whatever it holds: every target of a pointer is copied once, and
 * the copy is never larger than the original. A message whose pointers lead to the same bytes again and again does not
 * fit, and is refused, as is one with capabilities.
 */
public final class SegmentJoiner {
    /** How many segments a message may have, as in the reference implementation. */
    public static final int MAX_SEGMENTS = 512;

    private static final int STRUCT_KIND = 0;
    private static final int LIST_KIND = 1;
    private static final int FAR_KIND = 2;
    /** Set in a far pointer that leads to another one and a tag. */
    private static final int DOUBLE_FAR = 4;

    private static final int ROOT = Framing.BYTES / Long.BYTES;
    /** Bits that hold the index of any word: messages end below {@link WireReader#MAX_END}. */
    private static final int INDEX_BITS = 26;

    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    private final byte[] in;
    /** Index of the message's first byte. Everything else counts in words: in the message, or in {@link #out}. */
    private final int offset;
    /** Where the segments start; behind the last one, where it ends. */
    private final int[] starts;

    private final byte[] out;
    private int used = ROOT + 1;

    /**
     * The first pointer in {@link #out} that is still to be followed, 0 if there is none. Until then each holds where its
     * original lies, and which one is next: a stack that takes no memory of its own.
     */
    private int pending;

    private SegmentJoiner(byte[] in, int offset, int[] starts, int outWords) {
        this.in = in;
        this.offset = offset;
        this.starts = starts;
        this.out = new byte[outWords * Long.BYTES];
    }

    /**
     * Copies a message in the standard framing into one of a single segment, in the standard framing as well.
     *
     * @param length the bytes from {@code offset} on that may be read; more than the message is allowed
     * @return the copy, and nothing else
     * @throws DecodeException if the bytes are not a message, or it has capabilities or more segments than
     *     {@link #MAX_SEGMENTS}
     */
    public static byte[] join(byte[] buffer, int offset, int length) {
        if (offset < 0 || length < Framing.BYTES || length > buffer.length - offset) {
            throw new DecodeException("a message of " + length + " bytes");
        }
        int[] starts = segments(buffer, offset, length);
        return new SegmentJoiner(buffer, offset, starts, starts[starts.length - 1]).join(starts[0]);
    }

    /**
     * Copies what a pointer in a segment leads to into a message of its own, in the standard framing.
     *
     * @param start index of the segment's first byte
     * @param end index behind its last one
     * @param pointer index of the pointer; a whole number of words from {@code start}
     * @return the message, and nothing else
     * @throws DecodeException if anything that the pointer leads to lies out of the segment, or is larger together than the
     *     segment
     */
    public static byte[] extract(byte[] buffer, int start, int end, int pointer) {
        int words = (end - start) / Long.BYTES;
        int[] starts = {0, words};
        return new SegmentJoiner(buffer, start, starts, words + 1).join((pointer - start) / Long.BYTES);
    }

    /** Reads the table: the number of segments less one, and their sizes, padded to a word. */
    private static int[] segments(byte[] buffer, int offset, int length) {
        long count = ((int) LittleEndian.INT.get(buffer, offset) & 0xFFFF_FFFFL) + 1;
        long end = (count >>> 1) + 1;
        if (count > MAX_SEGMENTS || end * Long.BYTES > length) {
            throw new DecodeException("a message of " + count + " segments in " + length + " bytes");
        }
        int[] starts = new int[(int) count + 1];
        for (int i = 0; i < count; i++) {
            starts[i] = (int) end;
            end += (int) LittleEndian.INT.get(buffer, offset + (i + 1) * Integer.BYTES) & 0xFFFF_FFFFL;
            if (end * Long.BYTES > length || end * Long.BYTES >= WireReader.MAX_END) {
                throw new DecodeException("segments of more bytes than the message of " + length);
            }
        }
        starts[(int) count] = (int) end;
        return starts;
    }

    private byte[] join(int rootPointer) {
        int root = within(0, rootPointer, 1);
        LittleEndian.LONG.set(out, ROOT * Long.BYTES, word(root));
        postpone(ROOT, 1, 0, root);
        while (pending != 0) {
            int pointer = pending;
            long original = (long) LittleEndian.LONG.get(out, pointer * Long.BYTES);
            pending = (int) original & INDEX_MASK;
            follow(pointer, (int) (original >>> (2 * INDEX_BITS)), (int) (original >>> INDEX_BITS) & INDEX_MASK);
        }
        int end = used * Long.BYTES;
        Framing.write(out, 0, end);
        return end == out.length ? out : Arrays.copyOf(out, end);
    }

    /** Sets a pointer of the copy to a copy of what the original leads to. */
    private void follow(int pointer, int segment, int original) {
        long word = word(original);
        if ((word & 3) != FAR_KIND) {
            place(pointer, word, segment, nearTarget(word, original));
            return;
        }
        int padSegment = farSegment(word);
        boolean twice = (word & DOUBLE_FAR) != 0;
        int pad = within(padSegment, farTarget(word, padSegment), twice ? 2 : 1);
        long landing = word(pad);
        if (!twice) {
            place(pointer, landing, padSegment, nearTarget(landing, pad));
            return;
        }
        if ((landing & (DOUBLE_FAR | 3)) != FAR_KIND) {
            throw DecodeException.unexpected(landing, "the content of a far pointer");
        }
        int contentSegment = farSegment(landing);
        place(pointer, word(pad + 1), contentSegment, farTarget(landing, contentSegment));
    }

    private static long nearTarget(long word, int at) {
        return at + 1L + ((int) word >> 2);
    }

    private int farSegment(long word) {
        long segment = word >>> 32;
        if (segment >= starts.length - 1) {
            throw DecodeException.outOfSegment();
        }
        return (int) segment;
    }

    private long farTarget(long word, int segment) {
        return starts[segment] + (word >>> 3 & 0x1FFF_FFFF);
    }

    /**
     * Copies a struct or list, and sets the pointer to the copy.
     *
     * @param word says what lies there, like a pointer whose offset does not matter
     */
    private void place(int pointer, long word, int segment, long target) {
        switch ((int) word & 3) {
            case STRUCT_KIND -> placeStruct(pointer, word, segment, target);
            case LIST_KIND -> placeList(pointer, word, segment, target);
            default -> throw DecodeException.unexpected(word, "a struct or a list");
        }
    }

    private void placeStruct(int pointer, long word, int segment, long target) {
        int dataWords = (int) (word >>> 32) & 0xFFFF;
        int pointers = (int) (word >>> 48);
        int from = within(segment, target, dataWords + pointers);
        int to = copy(from, dataWords + pointers);
        // A struct of nothing lies where the pointer does: right behind it, the pointer would be null.
        point(pointer, word, dataWords + pointers == 0 ? pointer : to);
        postpone(to + dataWords, pointers, segment, from + dataWords);
    }

    private void placeList(int pointer, long word, int segment, long target) {
        int elementSize = (int) (word >>> 32) & 7;
        int count = (int) (word >>> 35);
        if (elementSize == ElementSize.COMPOSITE) {
            placeStructs(pointer, word, segment, within(segment, target, count + 1L));
            return;
        }
        long words = ((long) ElementSize.bits(elementSize) * count + 63) >>> 6;
        int from = within(segment, target, words);
        int to = copy(from, words);
        point(pointer, word, to);
        if (elementSize == ElementSize.POINTER) {
            postpone(to, count, segment, from);
        }
    }

    /** A list of structs, all of whose words are known to be there: their tag, then one struct after the other. */
    private void placeStructs(int pointer, long word, int segment, int from) {
        long tag = word(from);
        int elements = (int) tag >>> 2;
        int dataWords = (int) (tag >>> 32) & 0xFFFF;
        int pointers = (int) (tag >>> 48);
        int stride = dataWords + pointers;
        long words = word >>> 35;
        if ((tag & 3) != STRUCT_KIND || (long) elements * stride > words) {
            throw DecodeException.wrongTag();
        }
        int to = copy(from, words + 1);
        point(pointer, word, to);
        if (pointers > 0) {
            for (int element = elements - 1; element >= 0; element--) {
                int at = 1 + element * stride + dataWords;
                postpone(to + at, pointers, segment, from + at);
            }
        }
    }

    /** Checks that words lie in a segment, and returns the first one's index. */
    private int within(int segment, long first, long words) {
        if (first < starts[segment] || first + words > starts[segment + 1]) {
            throw DecodeException.outOfSegment();
        }
        return (int) first;
    }

    private int copy(int from, long words) {
        if ((used + words) * Long.BYTES > out.length) {
            throw DecodeException.overBudget();
        }
        int to = used;
        used += (int) words;
        System.arraycopy(in, offset + from * Long.BYTES, out, to * Long.BYTES, (int) words * Long.BYTES);
        return to;
    }

    private void point(int pointer, long word, int target) {
        long distance = (long) (target - pointer - 1) << 2 & 0xFFFF_FFFFL;
        LittleEndian.LONG.set(out, pointer * Long.BYTES, (word & 0xFFFF_FFFF_0000_0003L) | distance);
    }

    /** Has the pointers of something that was just copied followed later, the first one first. */
    private void postpone(int copies, int count, int segment, int originals) {
        for (int i = count - 1; i >= 0; i--) {
            int at = (copies + i) * Long.BYTES;
            if ((long) LittleEndian.LONG.get(out, at) != 0) {
                long original = (long) segment << INDEX_BITS | (originals + i);
                LittleEndian.LONG.set(out, at, original << INDEX_BITS | pending);
                pending = copies + i;
            }
        }
    }

    private long word(int index) {
        return (long) LittleEndian.LONG.get(in, offset + index * Long.BYTES);
    }
}

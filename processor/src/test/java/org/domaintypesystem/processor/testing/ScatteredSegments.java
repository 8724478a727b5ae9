package org.domaintypesystem.processor.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lays a message of one segment out over several, as no builder would but any might: every struct and list goes to a
 * random segment, by a near, a far or a double-far pointer.
 */
public final class ScatteredSegments {
    private static final int STRUCT = 0;
    private static final int FAR = 2;
    private static final int DOUBLE_FAR = 6;
    private static final int POINTERS = 6;
    private static final int COMPOSITE = 7;

    private final ByteBuffer whole;
    private final Random random;
    private final List<List<Long>> segments = new ArrayList<>();

    private ScatteredSegments(byte[] message, Random random) {
        this.whole = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        this.random = random;
        for (int i = random.nextInt(2, 7); i > 0; i--) {
            segments.add(new ArrayList<>());
        }
    }

    /** The same value in several segments. */
    public static byte[] scatter(byte[] message, Random random) {
        ScatteredSegments scattered = new ScatteredSegments(message, random);
        scattered.segments.get(0).add(0L);
        scattered.place(0, 0, 1);
        return scattered.framed();
    }

    private byte[] framed() {
        int table = segments.size() / 2 + 1;
        int words = table + segments.stream().mapToInt(List::size).sum();
        ByteBuffer message = ByteBuffer.allocate(words * 8).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(segments.size() - 1);
        segments.forEach(segment -> message.putInt(segment.size()));
        message.position(table * 8);
        segments.forEach(segment -> segment.forEach(message::putLong));
        return message.array();
    }

    /** Copies what a pointer of the original leads to, and has a pointer of ours lead to it. */
    private void place(int segment, int pointer, int original) {
        long word = original(original);
        if (word == 0) {
            return;
        }
        int from = original + 1 + ((int) word >> 2);
        int size = (int) (word >>> 32) & 7;
        int count = (int) (word >>> 35);
        if ((word & 3) == STRUCT) {
            int dataWords = (int) (word >>> 32) & 0xFFFF;
            int pointers = (int) (word >>> 48);
            int home = anySegment();
            int to = copy(home, from, dataWords + pointers);
            placeAll(home, to + dataWords, from + dataWords, pointers);
            link(segment, pointer, home, to, word, dataWords + pointers == 0);
        } else if (size == COMPOSITE) {
            long tag = original(from);
            int dataWords = (int) (tag >>> 32) & 0xFFFF;
            int pointers = (int) (tag >>> 48);
            int home = anySegment();
            int to = copy(home, from, count + 1);
            for (int i = 0; i < (int) tag >>> 2 && pointers > 0; i++) {
                int at = 1 + i * (dataWords + pointers) + dataWords;
                placeAll(home, to + at, from + at, pointers);
            }
            link(segment, pointer, home, to, word, false);
        } else {
            int home = anySegment();
            int bits = new int[] {0, 1, 8, 16, 32, 64, 64}[size];
            int to = copy(home, from, (int) (((long) bits * count + 63) / 64));
            placeAll(home, to, from, size == POINTERS ? count : 0);
            link(segment, pointer, home, to, word, false);
        }
    }

    private void placeAll(int home, int to, int from, int pointers) {
        for (int i = 0; i < pointers; i++) {
            place(home, to + i, from + i);
        }
    }

    private void link(int segment, int pointer, int home, int target, long word, boolean empty) {
        int way = random.nextInt(3);
        if (way == 0 && segment == home) {
            segments.get(segment).set(pointer, near(word, empty ? -1 : target - pointer - 1));
            return;
        }
        if (way == 1) {
            int padHome = anySegment();
            int pad = segments.get(padHome).size();
            segments.get(padHome).add(far(FAR, home, target));
            segments.get(padHome).add(near(word, 0));
            segments.get(segment).set(pointer, far(DOUBLE_FAR, padHome, pad));
            return;
        }
        int pad = segments.get(home).size();
        segments.get(home).add(near(word, empty ? -1 : target - pad - 1));
        segments.get(segment).set(pointer, far(FAR, home, pad));
    }

    private static long near(long word, int offset) {
        return word & 0xFFFF_FFFF_0000_0003L | (long) offset << 2 & 0xFFFF_FFFFL;
    }

    private static long far(int kind, int segment, int word) {
        return (long) segment << 32 | (long) word << 3 | kind;
    }

    private int copy(int home, int from, int words) {
        List<Long> segment = segments.get(home);
        int to = segment.size();
        for (int i = 0; i < words; i++) {
            segment.add(original(from + i));
        }
        return to;
    }

    private int anySegment() {
        return random.nextInt(segments.size());
    }

    private long original(int word) {
        return whole.getLong(word * 8);
    }
}

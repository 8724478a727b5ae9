package org.domaintypesystem.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The datagrams of one stream as they were sent, the latest ones, up to so many bytes and so old. In blocks that are taken as
 * they are needed and used again, and rings of numbers that say what is where: once it is as large as it gets, nothing is
 * allocated. For one thread at a time.
 *
 * <p>A datagram has one message or several, or a part of one; the parts of a message follow each other, from 0 on. Datagrams
 * are known by numbers that count on and on, those that are there being {@link #oldest} to {@link #end} - 1.
 */
final class SentDatagrams {
    static final int BLOCK = 1 << 16;

    /** What a datagram takes besides its bytes. */
    static final int INDEX_BYTES = 5 * Long.BYTES;

    private static final int SMALLEST = 64;
    private static final int LENGTH_BITS = 12;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
    private static final int BLOCK_BITS = Integer.numberOfTrailingZeros(BLOCK);

    /** By the number of the datagram: rings. */
    private long[] firsts = new long[SMALLEST];

    /** How many messages; or, negative, -1 - the number of the part. */
    private long[] contents = new long[SMALLEST];

    /** Where it is, counted on over all blocks, and its length. */
    private long[] places = new long[SMALLEST];

    private long[] sentAt = new long[SMALLEST];
    private long[] repeatedAt = new long[SMALLEST];

    private long oldest;
    private long end;

    /** By the number of the block: a ring. */
    private byte[][] blocks = new byte[2][];

    private final Deque<byte[]> spare = new ArrayDeque<>();
    private long oldestBlock;

    /** Where the next datagram goes, if it fits into the block. */
    private long place;

    private long bytes;

    /** What they take, in bytes. */
    long bytes() {
        return bytes;
    }

    /** What is reserved for them, in bytes. */
    long reserved() {
        long taken = 0;
        for (byte[] block : blocks) {
            taken += block == null ? 0 : BLOCK;
        }
        return taken + (long) spare.size() * BLOCK + (long) firsts.length * INDEX_BYTES;
    }

    /** The oldest datagram. */
    long oldest() {
        return oldest;
    }

    /** Behind the latest datagram. */
    long end() {
        return end;
    }

    /**
     * Adds what has been sent. Sequences grow.
     *
     * @param first of the messages
     * @param part negative: {@code count} whole messages
     */
    void add(long first, int count, int part, byte[] datagram, int length, long now) {
        if (end - oldest == firsts.length) {
            resize(firsts.length * 2);
        }
        reserve(length);
        int at = slot(end);
        firsts[at] = first;
        contents[at] = part < 0 ? count : -1 - part;
        places[at] = place << LENGTH_BITS | length;
        sentAt[at] = now;
        repeatedAt[at] = Long.MIN_VALUE;
        System.arraycopy(datagram, 0, block(place), (int) place & BLOCK - 1, length);
        place += length;
        bytes += length + INDEX_BYTES;
        end++;
    }

    /** Has a block for the next datagram. */
    private void reserve(int length) {
        long number = place >>> BLOCK_BITS;
        int used = (int) place & BLOCK - 1;
        boolean isEmpty = oldest == end;
        if (isEmpty && used > 0) {
            place = number << BLOCK_BITS;
            used = 0;
        }
        if (used + length > BLOCK) {
            number++;
            place = number << BLOCK_BITS;
            used = 0;
        }
        if (used == 0) {
            if (isEmpty) {
                release(number);
            }
            take(number);
        }
    }

    private void take(long number) {
        if (number - oldestBlock == blocks.length) {
            byte[][] more = new byte[blocks.length * 2][];
            for (long each = oldestBlock; each < number; each++) {
                more[(int) each & more.length - 1] = blocks[(int) each & blocks.length - 1];
            }
            blocks = more;
        }
        int at = (int) number & blocks.length - 1;
        if (blocks[at] == null) {
            byte[] again = spare.poll();
            blocks[at] = again == null ? new byte[BLOCK] : again;
        }
    }

    /** Gives up the blocks before one. Some stay for later, as many as are in use at most. */
    private void release(long firstUsed) {
        for (; oldestBlock < firstUsed; oldestBlock++) {
            int at = (int) oldestBlock & blocks.length - 1;
            byte[] block = blocks[at];
            if (block != null) {
                blocks[at] = null;
                spare.push(block);
            }
        }
        long used = (place >>> BLOCK_BITS) - firstUsed + 1;
        while (spare.size() > used + 1) {
            spare.pop();
        }
    }

    private byte[] block(long at) {
        return blocks[(int) (at >>> BLOCK_BITS) & blocks.length - 1];
    }

    private void resize(int size) {
        long[][] rings = {firsts, contents, places, sentAt, repeatedAt};
        for (int i = 0; i < rings.length; i++) {
            long[] ring = new long[size];
            for (long number = oldest; number < end; number++) {
                ring[(int) number & size - 1] = rings[i][slot(number)];
            }
            rings[i] = ring;
        }
        firsts = rings[0];
        contents = rings[1];
        places = rings[2];
        sentAt = rings[3];
        repeatedAt = rings[4];
    }

    /** Drops the oldest message, or those that are in one datagram with it. */
    void dropOldest() {
        long first = first(oldest);
        while (oldest < end && first(oldest) == first) {
            bytes -= length(oldest) + INDEX_BYTES;
            oldest++;
        }
        if (oldest < end) {
            release(places[slot(oldest)] >>> (LENGTH_BITS + BLOCK_BITS));
        } else {
            release(place >>> BLOCK_BITS);
            if (firsts.length > SMALLEST) {
                resize(SMALLEST);
            }
        }
    }

    /** The first datagram that has a sequence or a later one; {@link #end} if there is none. */
    long find(long sequence) {
        long low = oldest;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (last(middle) < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int slot(long number) {
        return (int) number & firsts.length - 1;
    }

    /** The first sequence in a datagram. */
    long first(long number) {
        return firsts[slot(number)];
    }

    /** The last one. */
    long last(long number) {
        long content = contents[slot(number)];
        return first(number) + (content < 0 ? 0 : content - 1);
    }

    /** Which part of a message it has; -1: whole ones. */
    int part(long number) {
        long content = contents[slot(number)];
        return content < 0 ? (int) (-1 - content) : -1;
    }

    int length(long number) {
        return (int) places[slot(number)] & LENGTH_MASK;
    }

    /** The bytes in which it is, from {@link #offset} on. */
    byte[] bytes(long number) {
        return block(places[slot(number)] >>> LENGTH_BITS);
    }

    int offset(long number) {
        return (int) (places[slot(number)] >>> LENGTH_BITS) & BLOCK - 1;
    }

    long sentAt(long number) {
        return sentAt[slot(number)];
    }

    /** Whether it has been sent again within so many nanoseconds. */
    boolean isRepeatedWithin(long nanos, long number, long now) {
        long at = repeatedAt[slot(number)];
        return at != Long.MIN_VALUE && now - at < nanos;
    }

    void repeated(long number, long now) {
        repeatedAt[slot(number)] = now;
    }
}

package org.domaintypesystem.send;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring of messages, written by any number of threads and read by one at a time. Nobody waits for anybody: a
 * message for which there is no room is refused, and one that is still being copied is not there yet.
 *
 * <p>The ring is divided into cells; a message takes as many as it needs, from one that may be the last on to the first. A
 * large message takes one, that says which array has it.
 */
final class MessageRing {
    private static final int CELL = 64;
    private static final int LARGE = -1;

    private final byte[] bytes;
    private final @Nullable OutboundStream[] streams;
    private final byte[] @Nullable [] large;

    /** At a message's first cell: its length once it is complete, {@link #LARGE} for a large one. 0 everywhere else. */
    private final AtomicIntegerArray lengths;

    private final int mask;

    /** First cell that is taken, and first one that is free, counted on and on. */
    private final AtomicLong head = new AtomicLong();

    private final AtomicLong tail = new AtomicLong();

    /**
     * @param capacity in bytes, a power of two
     */
    MessageRing(int capacity) {
        if (capacity < CELL || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity " + capacity + ", expected a power of two");
        }
        int cells = capacity / CELL;
        this.bytes = new byte[capacity];
        this.streams = new OutboundStream[cells];
        this.large = new byte[cells][];
        this.lengths = new AtomicIntegerArray(cells);
        this.mask = cells - 1;
    }

    /** Whether no message is in the ring, not even one that is still being copied. */
    boolean isEmpty() {
        return head.get() == tail.get();
    }

    /** Whether a message can be taken out. For everybody: who may take it is decided elsewhere. */
    boolean hasNext() {
        return lengths.get((int) head.get() & mask) != 0;
    }

    /**
     * Copies a message in.
     *
     * @return whether there was room
     */
    boolean offer(OutboundStream stream, byte[] message, int length) {
        long first = reserve((length + CELL - 1) / CELL);
        if (first < 0) {
            return false;
        }
        int cell = (int) first & mask;
        int at = cell * CELL;
        int untilEnd = Math.min(length, bytes.length - at);
        System.arraycopy(message, 0, bytes, at, untilEnd);
        System.arraycopy(message, untilEnd, bytes, 0, length - untilEnd);
        streams[cell] = stream;
        lengths.set(cell, length);
        return true;
    }

    /**
     * Leaves a large message in its place of the order.
     *
     * @param message complete, and the ring's from now on
     * @return whether there was room
     */
    boolean offerLarge(OutboundStream stream, byte[] message) {
        long first = reserve(1);
        if (first < 0) {
            return false;
        }
        int cell = (int) first & mask;
        large[cell] = message;
        streams[cell] = stream;
        lengths.set(cell, LARGE);
        return true;
    }

    /** The first of so many cells, which belong to the caller now; negative if there are not that many. */
    private long reserve(int cells) {
        long first;
        do {
            first = tail.get();
            if (first + cells - head.get() > lengths.length()) {
                return -1;
            }
        } while (!tail.compareAndSet(first, first + cells));
        return first;
    }

    /** The stream of the next message; null if there is none. */
    @Nullable
    OutboundStream peek() {
        int cell = (int) head.get() & mask;
        return lengths.get(cell) == 0 ? null : streams[cell];
    }

    /** Whether the next message, which {@link #peek} has said that there is, is a large one. */
    boolean isLarge() {
        return lengths.get((int) head.get() & mask) == LARGE;
    }

    /** Takes the next message out, which is a large one. */
    byte[] takeLarge() {
        long first = head.get();
        int cell = (int) first & mask;
        byte[] message = Objects.requireNonNull(large[cell]);
        large[cell] = null;
        streams[cell] = null;
        lengths.set(cell, 0);
        head.set(first + 1);
        return message;
    }

    /**
     * Takes the next message out; {@link #peek} has said that there is one, and it is not a large one.
     *
     * @return its length
     */
    int take(byte[] into) {
        long first = head.get();
        int cell = (int) first & mask;
        int length = lengths.get(cell);
        int at = cell * CELL;
        int untilEnd = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, 0, untilEnd);
        System.arraycopy(bytes, 0, into, untilEnd, length - untilEnd);
        streams[cell] = null;
        lengths.set(cell, 0);
        head.set(first + (length + CELL - 1) / CELL);
        return length;
    }
}

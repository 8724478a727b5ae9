package org.domaintypesystem.send;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring of messages, written by any number of threads and read by one at a time. Nobody waits for anybody: a
 * message for which there is no room is refused, and one that is still being copied is not there yet.
 *
 * <p>The ring is divided into cells; a message takes as many as it needs, from one that may be the last on to the first.
 */
final class MessageRing {
    private static final int CELL = 64;

    private final byte[] bytes;
    private final @Nullable OutboundStream[] streams;

    /** At a message's first cell: its length once it is complete. 0 everywhere else. */
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
        int cells = (length + CELL - 1) / CELL;
        long first;
        do {
            first = tail.get();
            if (first + cells - head.get() > lengths.length()) {
                return false;
            }
        } while (!tail.compareAndSet(first, first + cells));
        int cell = (int) first & mask;
        int at = cell * CELL;
        int untilEnd = Math.min(length, bytes.length - at);
        System.arraycopy(message, 0, bytes, at, untilEnd);
        System.arraycopy(message, untilEnd, bytes, 0, length - untilEnd);
        streams[cell] = stream;
        lengths.set(cell, length);
        return true;
    }

    /** The stream of the next message; null if there is none. */
    @Nullable
    OutboundStream peek() {
        int cell = (int) head.get() & mask;
        return lengths.get(cell) == 0 ? null : streams[cell];
    }

    /**
     * Takes the next message out; {@link #peek} has said that there is one.
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

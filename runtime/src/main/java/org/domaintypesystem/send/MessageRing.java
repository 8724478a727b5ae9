package org.domaintypesystem.send;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.domaintypesystem.engine.RetainedMessage;
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

    private static final class Cells {
        final byte[] bytes;
        final @Nullable OutboundStream[] streams;
        final byte[] @Nullable [] large;
        final @Nullable RetainedMessage[] places;

        /** At a message's first cell: its length once it is complete, {@link #LARGE} for a large one. 0 everywhere else. */
        final AtomicIntegerArray lengths;

        Cells(int count) {
            this.bytes = new byte[count * CELL];
            this.streams = new OutboundStream[count];
            this.large = new byte[count][];
            this.places = new RetainedMessage[count];
            this.lengths = new AtomicIntegerArray(count);
        }
    }

    /** Null until a message has to wait: most nodes publish from one thread, and need none. */
    private final AtomicReference<@Nullable Cells> cells = new AtomicReference<>();

    private final int count;

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
        this.count = capacity / CELL;
        this.mask = count - 1;
    }

    private Cells cells() {
        Cells there = cells.get();
        if (there == null) {
            cells.compareAndSet(null, new Cells(count));
            there = Objects.requireNonNull(cells.get());
        }
        return there;
    }

    /** Whether no message is in the ring, not even one that is still being copied. */
    boolean isEmpty() {
        return head.get() == tail.get();
    }

    /** Whether a message can be taken out. For everybody: who may take it is decided elsewhere. */
    boolean hasNext() {
        Cells there = cells.get();
        return there != null && there.lengths.get((int) head.get() & mask) != 0;
    }

    /**
     * Copies a message in.
     *
     * @param place where it is kept once it has a number; null if it is not
     * @return whether there was room
     */
    boolean offer(OutboundStream stream, @Nullable RetainedMessage place, byte[] message, int length) {
        long first = reserve((length + CELL - 1) / CELL);
        if (first < 0) {
            return false;
        }
        Cells there = cells();
        int cell = (int) first & mask;
        int at = cell * CELL;
        int untilEnd = Math.min(length, there.bytes.length - at);
        System.arraycopy(message, 0, there.bytes, at, untilEnd);
        System.arraycopy(message, untilEnd, there.bytes, 0, length - untilEnd);
        there.streams[cell] = stream;
        there.places[cell] = place;
        there.lengths.set(cell, length);
        return true;
    }

    /**
     * Leaves a large message in its place of the order.
     *
     * @param place as above
     * @param message complete, and the ring's from now on
     * @return whether there was room
     */
    boolean offerLarge(OutboundStream stream, @Nullable RetainedMessage place, byte[] message) {
        long first = reserve(1);
        if (first < 0) {
            return false;
        }
        Cells there = cells();
        int cell = (int) first & mask;
        there.large[cell] = message;
        there.streams[cell] = stream;
        there.places[cell] = place;
        there.lengths.set(cell, LARGE);
        return true;
    }

    /** The first of so many cells, which belong to the caller now; negative if there are not that many. */
    private long reserve(int wanted) {
        long first;
        do {
            first = tail.get();
            if (first + wanted - head.get() > count) {
                return -1;
            }
        } while (!tail.compareAndSet(first, first + wanted));
        return first;
    }

    /** The stream of the next message; null if there is none. */
    @Nullable
    OutboundStream peek() {
        Cells there = cells.get();
        int cell = (int) head.get() & mask;
        return there == null || there.lengths.get(cell) == 0 ? null : there.streams[cell];
    }

    /** Where the next message, which {@link #peek} has said that there is, is to be kept; null if it is not. */
    @Nullable
    RetainedMessage place() {
        return cells().places[(int) head.get() & mask];
    }

    /** Whether the next message, which {@link #peek} has said that there is, is a large one. */
    boolean isLarge() {
        return cells().lengths.get((int) head.get() & mask) == LARGE;
    }

    /** Takes the next message out, which is a large one. */
    byte[] takeLarge() {
        long first = head.get();
        Cells there = cells();
        int cell = (int) first & mask;
        byte[] message = Objects.requireNonNull(there.large[cell]);
        there.large[cell] = null;
        there.streams[cell] = null;
        there.places[cell] = null;
        there.lengths.set(cell, 0);
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
        Cells there = cells();
        int cell = (int) first & mask;
        int length = there.lengths.get(cell);
        int at = cell * CELL;
        int untilEnd = Math.min(length, there.bytes.length - at);
        System.arraycopy(there.bytes, at, into, 0, untilEnd);
        System.arraycopy(there.bytes, 0, into, untilEnd, length - untilEnd);
        there.streams[cell] = null;
        there.places[cell] = null;
        there.lengths.set(cell, 0);
        head.set(first + (length + CELL - 1) / CELL);
        return length;
    }
}

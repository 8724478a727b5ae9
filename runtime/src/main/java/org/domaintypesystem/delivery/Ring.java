package org.domaintypesystem.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Messages and events by position, counted on and on, in parallel arrays, so that one costs no object. Of positions that
 * are as far apart as there is room, one takes the place of the other.
 *
 * @param <T> what a message has been read as
 */
final class Ring<T> {
    private final @Nullable Object[] values;
    private final long[] senders;
    private final long[] sequences;
    private final long[] sourceTimes;
    private final long[] receiveTimes;
    private final int mask;

    /**
     * @param capacity how many positions in a row have places of their own
     */
    Ring(int capacity) {
        int room = Integer.highestOneBit(Math.max(1, capacity * 2 - 1));
        this.values = new Object[room];
        this.senders = new long[room];
        this.sequences = new long[room];
        this.sourceTimes = new long[room];
        this.receiveTimes = new long[room];
        this.mask = room - 1;
    }

    /** How many places there are, a power of two. */
    int room() {
        return mask + 1;
    }

    int slot(long position) {
        return (int) position & mask;
    }

    /**
     * Fills a place.
     *
     * @param value a message, a {@link LastValue}, or an {@link EventKind} with the count of sequences as its source time
     */
    void set(int slot, Object value, long sender, long sequence, long sourceTime, long receiveTime) {
        values[slot] = value;
        senders[slot] = sender;
        sequences[slot] = sequence;
        sourceTimes[slot] = sourceTime;
        receiveTimes[slot] = receiveTime;
    }

    /** The message in a place; not for one with an event. */
    @SuppressWarnings("unchecked")
    @Nullable
    T message(int slot) {
        Object value = values[slot];
        return value instanceof LastValue<?> last ? (T) last.value() : (T) value;
    }

    /** Moves what is in a place out of it. */
    void take(int slot, Entry<T> to) {
        to.value = values[slot];
        to.sender = senders[slot];
        to.sequence = sequences[slot];
        to.sourceTime = sourceTimes[slot];
        to.receiveTime = receiveTimes[slot];
        values[slot] = null;
    }

    /** What was taken out. One object for one entry after another. */
    static final class Entry<T> {
        private @Nullable Object value;
        private long sender;
        private long sequence;
        private long sourceTime;
        private long receiveTime;

        @SuppressWarnings("unchecked")
        void deliver(DeliverySink<? super T> sink) {
            Object taken = value;
            value = null;
            if (taken instanceof EventKind kind) {
                sink.event(kind, sender, sequence, sourceTime);
            } else if (taken instanceof LastValue<?> last) {
                sink.lastValue((T) last.value(), sender, sequence, sourceTime, receiveTime);
            } else if (taken != null) {
                sink.message((T) taken, sender, sequence, sourceTime, receiveTime);
            }
        }

        /**
         * Takes note of the entry among others that are not delivered.
         *
         * @return whether it was a message, which is dropped by that
         */
        boolean remember(Overflow overflow) {
            Object taken = value;
            value = null;
            if (taken instanceof EventKind kind) {
                overflow.add(kind, sender, sequence, sourceTime);
                return false;
            }
            overflow.add(EventKind.DROPPED, sender, sequence, 1);
            return true;
        }
    }
}

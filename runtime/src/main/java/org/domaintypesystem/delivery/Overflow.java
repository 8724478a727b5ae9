package org.domaintypesystem.delivery;

import java.util.Arrays;

/**
 * What happened while a queue was full: runs of sequences, in order. Runs of one sender that continue each other become
 * one. Not for several threads at once.
 */
final class Overflow {
    private static final int SMALLEST = 16;

    private final int capacity;
    private EventKind[] kinds = new EventKind[SMALLEST];
    private long[] senders = new long[SMALLEST];
    private long[] firsts = new long[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private int size;

    /**
     * @param capacity how many runs are told apart. Where there are more, runs of one sender are united under the kind
     *     of the earlier one, and what concerns no sender of a run is not remembered
     */
    Overflow(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    /** Adds a run, to its sender's latest one if that ends where this begins and is of the same kind. */
    void add(EventKind kind, long sender, long first, long count) {
        int latest = latestOf(sender);
        if (latest >= 0) {
            boolean continues = firsts[latest] + counts[latest] == first;
            if (continues && (kinds[latest] == kind || size == capacity)) {
                counts[latest] += count;
                return;
            }
        }
        if (size == capacity) {
            return;
        }
        if (size == kinds.length) {
            int room = Math.min(size * 2, capacity);
            kinds = Arrays.copyOf(kinds, room);
            senders = Arrays.copyOf(senders, room);
            firsts = Arrays.copyOf(firsts, room);
            counts = Arrays.copyOf(counts, room);
        }
        kinds[size] = kind;
        senders[size] = sender;
        firsts[size] = first;
        counts[size] = count;
        size++;
    }

    EventKind kind(int index) {
        return kinds[index];
    }

    long sender(int index) {
        return senders[index];
    }

    long first(int index) {
        return firsts[index];
    }

    long count(int index) {
        return counts[index];
    }

    void clear() {
        size = 0;
    }

    void deliver(DeliverySink<?> sink) {
        for (int i = 0; i < size; i++) {
            kinds[i].deliver(sink, senders[i], firsts[i], counts[i]);
        }
    }

    private int latestOf(long sender) {
        for (int i = size - 1; i >= 0; i--) {
            if (senders[i] == sender) {
                return i;
            }
        }
        return -1;
    }
}

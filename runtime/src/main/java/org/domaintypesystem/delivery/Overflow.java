package org.domaintypesystem.delivery;

import java.util.Arrays;

/**
 * What happened while a queue was full: runs of sequences, in order. Runs of one sender that continue each other become
 * one. Not for several threads at once.
 */
final class Overflow {
    private static final int SMALLEST = 16;

    private final int apart;
    private final int capacity;
    private EventKind[] kinds = new EventKind[SMALLEST];
    private long[] senders = new long[SMALLEST];
    private long[] firsts = new long[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private int size;

    /**
     * @param apart how many runs are told apart
     * @param reserve how many more there is room for. In there, runs of one sender that continue each other are united
     *     under the kind of the earlier one, and late ones are not remembered: whoever has as many senders at most is
     *     told of every sequence that did not come. What finds no room even then is not remembered
     */
    Overflow(int apart, int reserve) {
        this.apart = apart;
        this.capacity = apart + reserve;
    }

    int size() {
        return size;
    }

    /** Adds a run, to its sender's latest one if that ends where this begins and is of the same kind. */
    void add(EventKind kind, long sender, long first, long count) {
        boolean scarce = size >= apart;
        if (scarce && kind == EventKind.LATE) {
            return;
        }
        int latest = latestOf(sender, scarce);
        if (latest >= 0) {
            boolean continues = firsts[latest] + counts[latest] == first;
            if (continues && (kinds[latest] == kind || scarce)) {
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

    private int latestOf(long sender, boolean butLate) {
        for (int i = size - 1; i >= 0; i--) {
            if (senders[i] == sender && !(butLate && kinds[i] == EventKind.LATE)) {
                return i;
            }
        }
        return -1;
    }
}

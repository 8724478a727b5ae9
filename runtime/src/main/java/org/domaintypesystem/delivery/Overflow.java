package org.domaintypesystem.delivery;

import java.util.Arrays;

/**
 * What happened while a queue was full: runs of sequences, in order. Runs of one sender that continue each other become
 * one. Not for several threads at once.
 *
 * <p>When there are more than can be told apart, runs of one sender that continue each other are united under the kind of the
 * earlier one, and late ones are not remembered: whoever has as many senders as there is room for then is told of every
 * sequence that did not come. What finds no room even so is not remembered.
 */
final class Overflow {
    private static final int SMALLEST = 16;

    /** How many runs are told apart. */
    private static final int APART = 1024;

    /** As many as there are senders of a type. */
    private static final int RESERVE = 4096;

    private EventKind[] kinds = new EventKind[SMALLEST];
    private long[] senders = new long[SMALLEST];
    private long[] firsts = new long[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    /** Adds a run, to its sender's latest one if that ends where this begins and is of the same kind. */
    void add(EventKind kind, long sender, long first, long count) {
        boolean scarce = size >= APART;
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
        if (size == APART + RESERVE) {
            return;
        }
        if (size == kinds.length) {
            int room = Math.min(size * 2, APART + RESERVE);
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
            sink.event(kinds[i], senders[i], firsts[i], counts[i]);
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

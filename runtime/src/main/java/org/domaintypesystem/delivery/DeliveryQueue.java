package org.domaintypesystem.delivery;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue between the receiving thread and one that delivers, in parallel arrays, so that a message costs no
 * object. When it is full, the newest is dropped; which ones is told in its place of the order: by the next message for
 * which there is room, or when everything before has been delivered.
 *
 * @param <T> what a message has been read as
 */
final class DeliveryQueue<T> implements DeliverySink<T> {
    private static final int RUNS_APART = 1024;

    /** As many as there are senders of a type. */
    private static final int MORE_RUNS = 4096;

    private final @Nullable Object[] values;
    private final long[] senders;
    private final long[] sequences;
    private final long[] sourceTimes;
    private final long[] receiveTimes;
    private final int capacity;
    private final int mask;

    /** Entries that have been taken out and put in, counted on and on. */
    private final AtomicLong head = new AtomicLong();

    private final AtomicLong tail = new AtomicLong();

    /** The producer's last look at {@link #head}. */
    private long seenHead;

    /** Guarded by {@link #overflowLock}; that and {@link #overflowing} are of use only once the queue has been full. */
    private Overflow overflow = new Overflow(RUNS_APART, MORE_RUNS);

    private Overflow spareOverflow = new Overflow(RUNS_APART, MORE_RUNS);
    private final Object overflowLock = new Object();
    private volatile boolean overflowing;

    private final AtomicLong dropped = new AtomicLong();
    private final LongAdder allDropped;

    /**
     * @param allDropped counts what is dropped here and elsewhere
     */
    DeliveryQueue(int capacity, LongAdder allDropped) {
        this.allDropped = allDropped;
        int room = Integer.highestOneBit(Math.max(1, capacity * 2 - 1));
        this.values = new Object[room];
        this.senders = new long[room];
        this.sequences = new long[room];
        this.sourceTimes = new long[room];
        this.receiveTimes = new long[room];
        this.capacity = capacity;
        this.mask = room - 1;
    }

    /** How many messages were dropped since the queue was full. */
    long dropped() {
        return dropped.get();
    }

    @Override
    public void message(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        if (hasRoom()) {
            put(value, sender, sequence, sourceTime, receiveTime);
        } else {
            dropped.lazySet(dropped.getPlain() + 1);
            allDropped.increment();
            remember(EventKind.DROPPED, sender, sequence, 1);
        }
    }

    @Override
    public void missing(long sender, long first, long count) {
        event(EventKind.MISSING, sender, first, count);
    }

    @Override
    public void dropped(long sender, long first, long count) {
        event(EventKind.DROPPED, sender, first, count);
    }

    @Override
    public void late(long sender, long first, long count) {
        event(EventKind.LATE, sender, first, count);
    }

    /** Whether there is nothing to deliver. For the consumer. */
    boolean isEmpty() {
        return head.get() == tail.get() && !overflowing;
    }

    /** Delivers what is there, as long as it is wanted. For the consumer. */
    void drain(DeliverySink<? super T> sink, Wanted wanted) {
        long end = tail.get();
        for (long at = head.getPlain(); at < end && wanted.isWanted(); at++) {
            deliver((int) at & mask, at + 1, sink);
        }
        if (overflowing && wanted.isWanted()) {
            drainOverflow(sink);
        }
    }

    /** Whether its consumer still wants something. */
    interface Wanted {
        boolean isWanted();
    }

    @SuppressWarnings("unchecked")
    private void deliver(int slot, long next, DeliverySink<? super T> sink) {
        Object value = values[slot];
        long sender = senders[slot];
        long sequence = sequences[slot];
        long sourceTime = sourceTimes[slot];
        long receiveTime = receiveTimes[slot];
        values[slot] = null;
        head.lazySet(next);
        if (value instanceof EventKind kind) {
            kind.deliver(sink, sender, sequence, sourceTime);
        } else if (value != null) {
            sink.message((T) value, sender, sequence, sourceTime, receiveTime);
        }
    }

    private void drainOverflow(DeliverySink<? super T> sink) {
        Overflow runs;
        synchronized (overflowLock) {
            if (head.get() != tail.get() || !overflowing) {
                return;
            }
            runs = overflow;
            overflow = spareOverflow;
            spareOverflow = runs;
            overflowing = false;
        }
        try {
            runs.deliver(sink);
        } finally {
            runs.clear();
        }
    }

    /** Whether a further entry may be put in, with what has been remembered before it. */
    private boolean hasRoom() {
        if (!overflowing) {
            return free() > 0;
        }
        synchronized (overflowLock) {
            if (!overflowing) {
                return free() > 0;
            }
            // Not for a single free place, else a slow listener would hear of a loss between any two messages.
            if (free() <= Math.max(overflow.size(), capacity / 4)) {
                return false;
            }
            for (int i = 0; i < overflow.size(); i++) {
                put(overflow.kind(i), overflow.sender(i), overflow.first(i), overflow.count(i), 0);
            }
            overflow.clear();
            overflowing = false;
            return true;
        }
    }

    private long free() {
        long end = tail.getPlain();
        if (end - seenHead >= capacity || overflowing) {
            seenHead = head.get();
        }
        return capacity - (end - seenHead);
    }

    private void event(EventKind kind, long sender, long first, long count) {
        if (hasRoom()) {
            put(kind, sender, first, count, 0);
        } else {
            remember(kind, sender, first, count);
        }
    }

    private void put(Object value, long sender, long sequence, long sourceTime, long receiveTime) {
        long at = tail.getPlain();
        int slot = (int) at & mask;
        values[slot] = value;
        senders[slot] = sender;
        sequences[slot] = sequence;
        sourceTimes[slot] = sourceTime;
        receiveTimes[slot] = receiveTime;
        tail.set(at + 1);
    }

    private void remember(EventKind kind, long sender, long first, long count) {
        synchronized (overflowLock) {
            overflow.add(kind, sender, first, count);
            overflowing = true;
        }
    }
}

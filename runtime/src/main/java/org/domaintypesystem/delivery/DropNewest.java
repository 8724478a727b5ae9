package org.domaintypesystem.delivery;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * A queue that drops the newest when it is full. Which ones is told in its place of the order: by the next message for
 * which there is room, or when everything before has been delivered.
 *
 * @param <T> what a message has been read as
 */
public final class DropNewest<T> implements DeliveryQueue<T> {
    private final int capacity;
    private final Ring<T> ring;

    /** Positions that have been taken out and put in. */
    private final AtomicLong head = new AtomicLong();

    private final AtomicLong tail = new AtomicLong();

    /** The receiving thread's last look at {@link #head}. */
    private long seenHead;

    /** Guarded by {@link #overflowLock}; that and {@link #overflowing} are of use only once the queue has been full. */
    private Overflow overflow = new Overflow();

    private Overflow spareOverflow = new Overflow();
    private final Object overflowLock = new Object();
    private volatile boolean overflowing;

    private final AtomicLong dropped = new AtomicLong();
    private final LongAdder allDropped;
    private final Ring.Entry<T> taken = new Ring.Entry<>();

    /**
     * @param capacity how many messages may wait
     * @param allDropped counts what is dropped here and elsewhere
     */
    public DropNewest(int capacity, LongAdder allDropped) {
        this.capacity = capacity;
        this.ring = new Ring<>(capacity);
        this.allDropped = allDropped;
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    @Override
    public long superseded() {
        return 0;
    }

    @Override
    public void message(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        offer(value, sender, sequence, sourceTime, receiveTime);
    }

    @Override
    public void lastValue(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        offer(new LastValue<>(value), sender, sequence, sourceTime, receiveTime);
    }

    private void offer(Object value, long sender, long sequence, long sourceTime, long receiveTime) {
        if (hasRoom()) {
            put(value, sender, sequence, sourceTime, receiveTime);
        } else {
            dropped.lazySet(dropped.getPlain() + 1);
            allDropped.increment();
            remember(EventKind.DROPPED, sender, sequence, 1);
        }
    }

    @Override
    public boolean isEmpty() {
        return head.get() == tail.get() && !overflowing;
    }

    @Override
    public void drain(DeliverySink<? super T> sink, BooleanSupplier wanted) {
        long end = tail.get();
        for (long at = head.getPlain(); at < end && wanted.getAsBoolean(); at++) {
            ring.take(ring.slot(at), taken);
            head.lazySet(at + 1);
            taken.deliver(sink);
        }
        if (overflowing && wanted.getAsBoolean()) {
            drainOverflow(sink);
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

    @Override
    public void event(EventKind kind, long sender, long first, long count) {
        if (hasRoom()) {
            put(kind, sender, first, count, 0);
        } else {
            remember(kind, sender, first, count);
        }
    }

    private void put(Object value, long sender, long sequence, long sourceTime, long receiveTime) {
        long at = tail.getPlain();
        ring.set(ring.slot(at), value, sender, sequence, sourceTime, receiveTime);
        tail.set(at + 1);
    }

    private void remember(EventKind kind, long sender, long first, long count) {
        synchronized (overflowLock) {
            overflow.add(kind, sender, first, count);
            overflowing = true;
        }
    }
}

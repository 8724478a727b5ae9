package org.domaintypesystem.delivery;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * A queue from which the receiving thread, too, takes what is oldest. What it takes is told of before the next message.
 *
 * <p>Both threads take out under a lock, which is held for as long as it takes to copy one entry, and never while a message
 * is delivered: a slow listener does not hold it.
 *
 * @param <T> what a message has been read as
 */
abstract class EvictingQueue<T> implements DeliveryQueue<T> {
    final int capacity;
    final Ring<T> ring;

    /** Guards {@link #head}, {@link #untold}, and what subclasses say. */
    final Object lock = new Object();

    /** Positions that have been taken out and put in. */
    final AtomicLong head = new AtomicLong();

    final AtomicLong tail = new AtomicLong();

    /** What is to be delivered before the entry at {@link #head}. */
    Overflow untold = new Overflow();

    private Overflow spare = new Overflow();
    private final AtomicLong dropped = new AtomicLong();
    private final LongAdder allDropped;
    private final Ring.Entry<T> evicted = new Ring.Entry<>();
    private final Ring.Entry<T> taken = new Ring.Entry<>();

    EvictingQueue(int capacity, LongAdder allDropped) {
        this.capacity = capacity;
        this.ring = new Ring<>(capacity);
        this.allDropped = allDropped;
    }

    /** A place is about to be emptied. With the lock held. */
    abstract void leaves(int slot);

    @Override
    public final long dropped() {
        return dropped.get();
    }

    /** For the receiving thread. */
    final void countDropped() {
        dropped.lazySet(dropped.getPlain() + 1);
        allDropped.increment();
    }

    /** Drops the oldest entry. For the receiving thread, with the lock held. */
    final void evict() {
        take(evicted);
        if (evicted.remember(untold)) {
            countDropped();
        }
    }

    private void take(Ring.Entry<T> to) {
        long oldest = head.getPlain();
        int slot = ring.slot(oldest);
        leaves(slot);
        ring.take(slot, to);
        head.set(oldest + 1);
    }

    @Override
    public final boolean isEmpty() {
        synchronized (lock) {
            return head.getPlain() == tail.get() && untold.size() == 0;
        }
    }

    @Override
    public final void drain(DeliverySink<? super T> sink, BooleanSupplier wanted) {
        long end = tail.get();
        while (true) {
            Overflow before = null;
            synchronized (lock) {
                boolean nothing = untold.size() == 0 && head.getPlain() >= end;
                if (nothing || !wanted.getAsBoolean()) {
                    return;
                }
                if (untold.size() > 0) {
                    before = untold;
                    untold = spare;
                    spare = before;
                } else {
                    take(taken);
                }
            }
            if (before != null) {
                tell(before, sink);
            } else {
                taken.deliver(sink);
            }
        }
    }

    private static void tell(Overflow runs, DeliverySink<?> sink) {
        try {
            runs.deliver(sink);
        } finally {
            runs.clear();
        }
    }
}

package org.domaintypesystem.delivery;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Delivers on a thread of its own what one other thread puts in.
 *
 * @param <T> what a message has been read as
 */
public final class QueuedDelivery<T> implements DeliverySink<T>, AutoCloseable {
    private final DeliveryQueue<T> queue;
    private final DeliverySink<? super T> sink;
    private final Thread thread;
    private volatile boolean sleeping;
    private volatile boolean closed;

    /**
     * @param capacity how many messages may wait
     * @param name of the thread
     * @param sink called on that thread only; must not throw
     * @param allDropped counts what is dropped here and elsewhere
     */
    public QueuedDelivery(int capacity, String name, DeliverySink<? super T> sink, LongAdder allDropped) {
        this.queue = new DeliveryQueue<>(capacity, allDropped);
        this.sink = sink;
        this.thread = DeliveryThreads.start(name, this::run);
    }

    @Override
    public void message(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        queue.message(value, sender, sequence, sourceTime, receiveTime);
        wake();
    }

    @Override
    public void missing(long sender, long first, long count) {
        queue.missing(sender, first, count);
        wake();
    }

    @Override
    public void dropped(long sender, long first, long count) {
        queue.dropped(sender, first, count);
        wake();
    }

    @Override
    public void late(long sender, long first, long count) {
        queue.late(sender, first, count);
        wake();
    }

    /** How many messages were dropped since the queue was full. For any thread. */
    public long dropped() {
        return queue.dropped();
    }

    /** Ends the delivery after the call that is under way, if any; what waits is not delivered. For any thread. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Whether the thread has not ended. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** A wake-up costs more than everything else here: only for one who sleeps. */
    private void wake() {
        if (sleeping) {
            sleeping = false;
            LockSupport.unpark(thread);
        }
    }

    private boolean isOpen() {
        return !closed;
    }

    private void run() {
        DeliveryQueue.Wanted open = this::isOpen;
        while (!closed) {
            try {
                queue.drain(sink, open);
            } catch (Throwable e) {
                // A sink tells of its own failures; what this one did not catch does not end the thread.
            }
            sleeping = true;
            // Whoever puts something in after this look sees that we sleep.
            if (queue.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            sleeping = false;
            // An interrupt is not for this thread: it would keep it from ever sleeping again.
            Thread.interrupted();
        }
    }
}

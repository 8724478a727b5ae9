package org.domaintypesystem.delivery;

import java.util.concurrent.atomic.LongAdder;

/**
 * A queue that drops the oldest when it is full. What was dropped is told before the oldest that is left.
 *
 * @param <T> what a message has been read as
 */
public final class DropOldest<T> extends EvictingQueue<T> {
    /** The receiving thread's last look at {@link #head}. */
    private long seenHead;

    /**
     * @param capacity how many messages may wait
     * @param allDropped counts what is dropped here and elsewhere
     */
    public DropOldest(int capacity, LongAdder allDropped) {
        super(capacity, allDropped);
    }

    @Override
    public void message(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        put(value, sender, sequence, sourceTime, receiveTime);
    }

    @Override
    public void lastValue(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        put(new LastValue<>(value), sender, sequence, sourceTime, receiveTime);
    }

    @Override
    public void event(EventKind kind, long sender, long first, long count) {
        put(kind, sender, first, count, 0);
    }

    @Override
    void leaves(int slot) {}

    @Override
    public long superseded() {
        return 0;
    }

    /** Needs the lock only while the queue is full: nobody else writes where this does. */
    private void put(Object value, long sender, long sequence, long sourceTime, long receiveTime) {
        long at = tail.getPlain();
        if (at - seenHead >= capacity) {
            makeRoom(at);
        }
        ring.set(ring.slot(at), value, sender, sequence, sourceTime, receiveTime);
        tail.set(at + 1);
    }

    private void makeRoom(long at) {
        seenHead = head.get();
        if (at - seenHead < capacity) {
            return;
        }
        synchronized (lock) {
            if (at - head.getPlain() >= capacity) {
                evict();
            }
            seenHead = head.getPlain();
        }
    }
}

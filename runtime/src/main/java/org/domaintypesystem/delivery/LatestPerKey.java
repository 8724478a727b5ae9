package org.domaintypesystem.delivery;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.domaintypesystem.codec.Keyed;

/**
 * A queue in which one message of each key waits. A newer one takes the place of the one that waits, so that every key has
 * its turn, however often others change; and so order is kept for each key, not among them. When too many keys wait, the
 * one that has waited for longest is dropped. Whatever was lost is told before all messages that wait.
 *
 * @param <T> what a message has been read as
 */
public final class LatestPerKey<T> extends EvictingQueue<T> {
    /** More keys than this in one bucket are no chance: somebody wants to make us search. */
    private static final int LONGEST_SEARCH = 64;

    private static final int NONE = -1;
    private static final int CROWDED = -2;

    private final Keyed<? super T> keys;

    /** Guarded by the lock, as are the following: the first slot of each bucket, plus one. */
    private final int[] buckets;

    /** For each slot, the next one of its bucket, plus one. */
    private final int[] nexts;

    private final int[] hashes;

    private final AtomicLong superseded = new AtomicLong();
    private final LongAdder allSuperseded;

    /**
     * @param capacity how many keys may wait
     * @param allDropped counts what is dropped here and elsewhere
     * @param allSuperseded counts what is superseded here and elsewhere
     */
    public LatestPerKey(int capacity, Keyed<? super T> keys, LongAdder allDropped, LongAdder allSuperseded) {
        super(capacity, allDropped);
        this.keys = keys;
        this.allSuperseded = allSuperseded;
        this.buckets = new int[ring.room() * 2];
        this.nexts = new int[ring.room()];
        this.hashes = new int[ring.room()];
    }

    /** Throws what the key of the message throws, and then has done nothing. */
    @Override
    public void message(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        put(value, value, sender, sequence, sourceTime, receiveTime);
    }

    @Override
    public void lastValue(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        put(value, new LastValue<>(value), sender, sequence, sourceTime, receiveTime);
    }

    private void put(T value, Object entry, long sender, long sequence, long sourceTime, long receiveTime) {
        int hash = keys.keyHash(value);
        synchronized (lock) {
            int slot = find(value, hash);
            if (slot >= 0) {
                superseded.lazySet(superseded.getPlain() + 1);
                allSuperseded.increment();
            } else if (slot == CROWDED) {
                untold.add(EventKind.DROPPED, sender, sequence, 1);
                countDropped();
                return;
            } else {
                slot = append(hash);
            }
            ring.set(slot, entry, sender, sequence, sourceTime, receiveTime);
        }
    }

    @Override
    public void event(EventKind kind, long sender, long first, long count) {
        synchronized (lock) {
            untold.add(kind, sender, first, count);
        }
    }

    @Override
    public long superseded() {
        return superseded.get();
    }

    /** Where a message of the same key waits. */
    private int find(T value, int hash) {
        int slot = buckets[bucket(hash)] - 1;
        int searched = 0;
        while (slot >= 0) {
            T waiting = ring.message(slot);
            if (hashes[slot] == hash && waiting != null && keys.sameKey(waiting, value)) {
                return slot;
            }
            slot = nexts[slot] - 1;
            searched++;
        }
        return searched < LONGEST_SEARCH ? NONE : CROWDED;
    }

    /** Takes a place for a further key. */
    private int append(int hash) {
        long at = tail.getPlain();
        if (at - head.getPlain() == capacity) {
            evict();
        }
        int slot = ring.slot(at);
        int bucket = bucket(hash);
        hashes[slot] = hash;
        nexts[slot] = buckets[bucket];
        buckets[bucket] = slot + 1;
        tail.set(at + 1);
        return slot;
    }

    @Override
    void leaves(int slot) {
        int bucket = bucket(hashes[slot]);
        if (buckets[bucket] == slot + 1) {
            buckets[bucket] = nexts[slot];
            return;
        }
        int before = buckets[bucket] - 1;
        while (nexts[before] != slot + 1) {
            before = nexts[before] - 1;
        }
        nexts[before] = nexts[slot];
    }

    /** Hashes of short texts and small numbers differ in few bits: all of them count. */
    private int bucket(int hash) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ mixed >>> 16) & buckets.length - 1;
    }
}

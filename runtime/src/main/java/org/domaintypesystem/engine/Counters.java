package org.domaintypesystem.engine;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counters that one thread writes and any thread reads. */
public final class Counters {
    private final AtomicLongArray values = new AtomicLongArray(Counter.values().length);

    public long get(Counter counter) {
        return values.get(counter.ordinal());
    }

    void increment(Counter counter) {
        add(counter, 1);
    }

    void add(Counter counter, long amount) {
        int index = counter.ordinal();
        // Only one thread writes: no need to lock the memory bus.
        values.lazySet(index, values.getPlain(index) + amount);
    }
}

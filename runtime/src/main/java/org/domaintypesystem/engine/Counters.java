package org.domaintypesystem.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Counters, each of which one thread at a time writes and any thread reads. */
public final class Counters {
    private final Map<Counter, AtomicLong> values = new EnumMap<>(Counter.class);

    public Counters() {
        for (Counter counter : Counter.values()) {
            values.put(counter, new AtomicLong());
        }
    }

    public long get(Counter counter) {
        return valueOf(counter).get();
    }

    void increment(Counter counter) {
        add(counter, 1);
    }

    void add(Counter counter, long amount) {
        AtomicLong value = valueOf(counter);
        // Only one thread at a time writes: no need for an atomic update.
        value.lazySet(value.getPlain() + amount);
    }

    private AtomicLong valueOf(Counter counter) {
        return Objects.requireNonNull(values.get(counter));
    }
}

package org.domaintypesystem.engine;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Maps {@code long} to objects, with open addressing, allocating only when it grows. The seed keeps strangers from
 * choosing keys that all fall into one place. Not for several threads, unless nobody writes.
 */
public final class LongMap<V> {
    private static final int SMALLEST = 8;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final long seed;
    private long[] keys;
    private @Nullable Object[] values;
    private int size;

    public LongMap(long seed) {
        this.seed = seed;
        this.keys = new long[SMALLEST];
        this.values = new Object[SMALLEST];
    }

    private LongMap(LongMap<V> original) {
        this.seed = original.seed;
        this.keys = original.keys.clone();
        this.values = original.values.clone();
        this.size = original.size;
    }

    /** A map of its own with the same entries. */
    public LongMap<V> copy() {
        return new LongMap<>(this);
    }

    public int size() {
        return size;
    }

    public @Nullable V get(long key) {
        return valueAt(slotOf(key));
    }

    /** Sets a value, whether or not the key has one. */
    public void put(long key, V value) {
        int slot = slotOf(key);
        if (values[slot] == null) {
            if ((size + 1) * 2 > values.length) {
                grow();
                slot = slotOf(key);
            }
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /** Takes a key out; nothing happens if it is not there. */
    public void remove(long key) {
        int hole = slotOf(key);
        if (values[hole] == null) {
            return;
        }
        size--;
        int mask = values.length - 1;
        int slot = hole;
        while (true) {
            values[hole] = null;
            int home;
            do {
                slot = slot + 1 & mask;
                if (values[slot] == null) {
                    return;
                }
                home = home(keys[slot]);
                // An entry may move into the hole unless its home lies between the hole and where it is.
            } while (hole <= slot ? hole < home && home <= slot : hole < home || home <= slot);
            keys[hole] = keys[slot];
            values[hole] = values[slot];
            hole = slot;
        }
    }

    public void forEach(Consumer<? super V> action) {
        for (int slot = 0; slot < values.length; slot++) {
            V value = valueAt(slot);
            if (value != null) {
                action.accept(value);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable V valueAt(int slot) {
        return (V) values[slot];
    }

    /** Where a key is, or would go. */
    private int slotOf(long key) {
        int mask = values.length - 1;
        int slot = home(key);
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int home(long key) {
        long mixed = (key ^ seed) * MULTIPLIER;
        mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
        return (int) (mixed >>> 32) & values.length - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = Arrays.copyOf(keys, keys.length * 2);
        values = new Object[oldValues.length * 2];
        for (int slot = 0; slot < oldValues.length; slot++) {
            if (oldValues[slot] != null) {
                int to = slotOf(oldKeys[slot]);
                keys[to] = oldKeys[slot];
                values[to] = oldValues[slot];
            }
        }
    }
}

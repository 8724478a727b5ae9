package org.domaintypesystem.codec.standard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.domaintypesystem.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/**
 * Collections, arrays of objects and maps, by lists. Null is null. To the wire, what has no order of its own is copied, so
 * that it is written as it was at one moment. From the wire, {@code Collection}, {@code Set} and {@code Map} cannot be changed,
 * and keep the order in which they were sent; the others can. Of keys that are sent several times, the last counts.
 */
// The classes that people declare their fields with are the classes that have to come out.
@SuppressWarnings({"NonApiType", "JdkObsolete"})
public final class Containers {
    private Containers() {}

    /** Elements by index, in the order of the collection. */
    @SuppressWarnings("unchecked")
    public static <T> @Nullable List<T> list(@Nullable Collection<? extends T> values, String field) {
        if (values == null) {
            return null;
        }
        return values instanceof List && values instanceof RandomAccess ? (List<T>) values : new ArrayList<>(values);
    }

    public static <T> @Nullable List<T> list(T @Nullable [] values, String field) {
        return values == null ? null : Arrays.asList(values);
    }

    public static <T> T @Nullable [] array(@Nullable List<T> values, IntFunction<T[]> type, String field) {
        return values == null ? null : values.toArray(type);
    }

    public static <T> @Nullable ArrayList<T> arrayList(@Nullable List<T> values, String field) {
        return values == null ? null : new ArrayList<>(values);
    }

    public static <T> @Nullable LinkedList<T> linkedList(@Nullable List<T> values, String field) {
        return values == null ? null : new LinkedList<>(values);
    }

    public static <T> @Nullable ArrayDeque<T> arrayDeque(@Nullable List<T> values, String field) {
        return values == null ? null : addAll(new ArrayDeque<>(values.size()), values, field);
    }

    public static <T> @Nullable Set<T> set(@Nullable List<T> values, String field) {
        return values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public static <T> @Nullable LinkedHashSet<T> linkedHashSet(@Nullable List<T> values, String field) {
        return values == null ? null : new LinkedHashSet<>(values);
    }

    /** In the natural order of its elements. */
    public static <T> @Nullable TreeSet<T> treeSet(@Nullable List<T> values, String field) {
        return values == null ? null : addAll(new TreeSet<>(), values, field);
    }

    /** The entries of a map. */
    @SuppressWarnings("unchecked")
    public static <K, V> @Nullable List<Map.Entry<K, V>> entries(
            @Nullable Map<? extends K, ? extends V> map, String field) {
        return map == null ? null : new ArrayList<>(((Map<K, V>) map).entrySet());
    }

    public static <K, V> @Nullable Map<K, V> map(@Nullable List<Map.Entry<K, V>> entries, String field) {
        return entries == null ? null : Collections.unmodifiableMap(putAll(new LinkedHashMap<>(), entries, field));
    }

    public static <K, V> @Nullable LinkedHashMap<K, V> linkedHashMap(
            @Nullable List<Map.Entry<K, V>> entries, String field) {
        return entries == null ? null : putAll(new LinkedHashMap<>(), entries, field);
    }

    /** In the natural order of its keys. */
    public static <K, V> @Nullable TreeMap<K, V> treeMap(@Nullable List<Map.Entry<K, V>> entries, String field) {
        return entries == null ? null : putAll(new TreeMap<>(), entries, field);
    }

    public static <K, V> @Nullable ConcurrentHashMap<K, V> concurrentHashMap(
            @Nullable List<Map.Entry<K, V>> entries, String field) {
        return entries == null ? null : putAll(new ConcurrentHashMap<>(), entries, field);
    }

    /** Fills a collection that an object has from the start; null fills nothing. */
    public static <T> void fill(Collection<T> held, @Nullable Collection<? extends T> values, String field) {
        if (values != null && !values.isEmpty()) {
            filling(field, held, () -> held.addAll(values));
        }
    }

    /** Fills a map that an object has from the start; null fills nothing. */
    public static <K, V> void fill(Map<K, V> held, @Nullable Map<? extends K, ? extends V> values, String field) {
        if (values != null && !values.isEmpty()) {
            filling(field, held, () -> held.putAll(values));
        }
    }

    /**
     * Checks that what was filled is what the object has, and no copy of it.
     *
     * @throws DecodeException if it is not
     */
    public static void requireFilled(Collection<?> held, @Nullable Collection<?> values, String field) {
        requireFilled(held.size(), values == null ? 0 : values.size(), field);
    }

    /**
     * Checks that what was filled is what the object has, and no copy of it.
     *
     * @throws DecodeException if it is not
     */
    public static void requireFilled(Map<?, ?> held, @Nullable Map<?, ?> values, String field) {
        requireFilled(held.size(), values == null ? 0 : values.size(), field);
    }

    private static void requireFilled(int held, int filled, String field) {
        if (held < filled) {
            throw new DecodeException(
                    field + " has no setter, and its getter gives a copy, which cannot be filled: write a setter");
        }
    }

    private static <K, V, M extends Map<K, V>> M putAll(M map, List<Map.Entry<K, V>> entries, String field) {
        filling(field, map, () -> entries.forEach(entry -> map.put(entry.getKey(), entry.getValue())));
        return map;
    }

    private static <T, C extends Collection<T>> C addAll(C collection, List<T> values, String field) {
        filling(field, collection, () -> collection.addAll(values));
        return collection;
    }

    /** Not every collection takes null, or everything that has a type: what it refuses is a fault of the message. */
    private static void filling(String field, Object container, Runnable fill) {
        try {
            fill.run();
        } catch (NullPointerException | ClassCastException | UnsupportedOperationException e) {
            throw new DecodeException(
                    field + " holds what a " + container.getClass().getSimpleName() + " cannot: " + e.getMessage());
        }
    }
}

package org.domaintypesystem.engine;

import org.jspecify.annotations.Nullable;

/**
 * One object for what many nodes announce alike, so that a node more takes little memory; and the limit of what all of them
 * together may have remembered. For one thread at a time.
 */
final class SharedTypes {
    /** How much memory different types may take, in bytes as estimated here. */
    static final long MAX_BYTES = 16 << 20;

    /** How many types all nodes together may have, each one counted for each node. */
    static final int MAX_USES = 1 << 21;

    /** Besides two for each character of the name. */
    private static final int BYTES_EACH = 160;

    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    /** A type as somebody announces it, without a last sequence. */
    static final class Shared {
        final AnnouncedType type;
        private final long key;
        private int uses;

        private Shared(AnnouncedType type, long key) {
            this.type = type;
            this.key = key;
        }

        private long bytes() {
            return BYTES_EACH + 2L * type.name().length();
        }
    }

    private final long seed;
    private final Counters counters;
    private final LongMap<Shared> types;
    private long bytes;
    private int uses;

    /**
     * @param seed a number that nobody outside can guess
     */
    SharedTypes(long seed, Counters counters) {
        this.seed = seed;
        this.counters = counters;
        this.types = new LongMap<>(seed);
    }

    /** The one that is equal but for the last sequence, which it has none of, until {@link #release}; null for lack of room. */
    @Nullable
    Shared use(AnnouncedType type) {
        long key = keyOf(type);
        Shared shared = types.get(key);
        if (shared == null) {
            shared = new Shared(type.withoutLast(), key);
            if (bytes + shared.bytes() > MAX_BYTES || uses == MAX_USES) {
                return refuse();
            }
            types.put(key, shared);
            bytes += shared.bytes();
        } else if (uses == MAX_USES || !shared.type.isLike(type)) {
            return refuse();
        }
        shared.uses++;
        uses++;
        return shared;
    }

    void release(Shared shared) {
        uses--;
        if (--shared.uses == 0) {
            types.remove(shared.key);
            bytes -= shared.bytes();
        }
    }

    /** Counts a type for which there is no room. */
    @Nullable
    Shared refuse() {
        counters.increment(Counter.TYPES_IGNORED);
        return null;
    }

    int size() {
        return types.size();
    }

    long bytes() {
        return bytes;
    }

    /** Nobody outside knows how to have two types fall into one: of two that do, the second may be ignored. */
    private long keyOf(AnnouncedType type) {
        long key = mixed(mixed(seed, type.typeId()), type.schemaId() + type.role().number * MULTIPLIER);
        String name = type.name();
        long chars = name.length();
        for (int i = 0; i < name.length(); i++) {
            if ((i & 3) == 0) {
                key = mixed(key, chars);
                chars = 0;
            }
            chars = chars << Character.SIZE | name.charAt(i);
        }
        return mixed(key, chars);
    }

    private static long mixed(long key, long more) {
        long product = (key ^ more) * MULTIPLIER;
        product = (product ^ product >>> 32) * MULTIPLIER;
        return product ^ product >>> 29;
    }
}

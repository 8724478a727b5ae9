package org.domaintypesystem.seal;

import javax.crypto.SecretKey;
import org.domaintypesystem.keys.GroupKey;
import org.jspecify.annotations.Nullable;

/**
 * Keys that were derived, so that it is not done for every message. Bounded: of those that share a place, the one that was
 * not used for longest goes. The seed keeps strangers from choosing numbers that all share one. Not for several threads at
 * once.
 */
final class DerivedKeys {
    /** A key, and what it is for. */
    static final class Derived {
        final GroupKey from;
        final long sender;
        final long typeId;
        final SecretKey key;

        /** The latest text that was sealed with it, of those of {@link CounterKind#DATA}. */
        long lastSequence;

        int lastFragment;

        Derived(GroupKey from, long sender, long typeId) {
            this.from = from;
            this.sender = sender;
            this.typeId = typeId;
            this.key = from.derive(sender, typeId);
        }

        private boolean isFor(int keyId, long ofSender, long ofType) {
            return sender == ofSender && typeId == ofType && from.id() == keyId;
        }
    }

    private static final int WAYS = 8;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final long seed;
    private final int places;

    /** {@link #WAYS} for each place, those used last first. */
    private final @Nullable Derived[] entries;

    /**
     * @param places how many times eight keys are kept at most; a power of two
     */
    DerivedKeys(int places, long seed) {
        this.seed = seed;
        this.places = places;
        this.entries = new Derived[places * WAYS];
    }

    /** The key for a sender's messages of a type; null if it is not here. */
    @Nullable
    Derived get(int keyId, long sender, long typeId) {
        int first = place(sender, typeId);
        for (int i = first; i < first + WAYS; i++) {
            Derived entry = entries[i];
            if (entry == null) {
                return null;
            }
            if (entry.isFor(keyId, sender, typeId)) {
                moveToFront(first, i, entry);
                return entry;
            }
        }
        return null;
    }

    void add(Derived entry) {
        int first = place(entry.sender, entry.typeId);
        moveToFront(first, first + WAYS - 1, entry);
    }

    private void moveToFront(int first, int from, Derived entry) {
        if (from != first) {
            System.arraycopy(entries, first, entries, first + 1, from - first);
        }
        if (entries[first] != entry) {
            entries[first] = entry;
        }
    }

    private int place(long sender, long typeId) {
        long mixed = (sender ^ seed) * MULTIPLIER;
        mixed = (mixed ^ mixed >>> 29 ^ typeId) * MULTIPLIER;
        return ((int) (mixed >>> 32) & places - 1) * WAYS;
    }
}

package org.domaintypesystem.engine;

import org.jspecify.annotations.Nullable;

/** Those who have proven that they are there, at most so many: room is made by forgetting the one idle for longest. */
final class Contacts {
    private final LongMap<Contact> byKey;
    private final int capacity;
    private @Nullable Contact oldest;
    private @Nullable Contact newest;

    Contacts(int capacity, long seed) {
        this.capacity = capacity;
        this.byKey = new LongMap<>(seed);
    }

    int size() {
        return byKey.size();
    }

    /** The contact, which is now the one heard last; null if there is none. */
    @Nullable
    Contact heard(long sender, int keyId) {
        Contact contact = get(sender, keyId);
        if (contact != null && contact != newest) {
            unlink(contact);
            append(contact);
        }
        return contact;
    }

    @Nullable
    Contact get(long sender, int keyId) {
        Contact contact = byKey.get(key(sender, keyId));
        return contact != null && contact.sender == sender && contact.keyId == keyId ? contact : null;
    }

    /**
     * Takes a new one in.
     *
     * @return whether another was forgotten for it
     */
    boolean add(Contact contact) {
        long key = key(contact.sender, contact.keyId);
        Contact evicted = byKey.get(key);
        if (evicted == null && byKey.size() >= capacity) {
            evicted = oldest;
        }
        if (evicted != null) {
            unlink(evicted);
            byKey.remove(key(evicted.sender, evicted.keyId));
        }
        byKey.put(key, contact);
        append(contact);
        return evicted != null;
    }

    /** Different for nearly all; that two share one is seen. */
    static long key(long sender, int keyId) {
        return sender ^ Integer.toUnsignedLong(keyId) << 17;
    }

    private void append(Contact contact) {
        contact.older = newest;
        contact.newer = null;
        if (newest == null) {
            oldest = contact;
        } else {
            newest.newer = contact;
        }
        newest = contact;
    }

    private void unlink(Contact contact) {
        if (contact.older == null) {
            oldest = contact.newer;
        } else {
            contact.older.newer = contact.newer;
        }
        if (contact.newer == null) {
            newest = contact.older;
        } else {
            contact.newer.older = contact.older;
        }
    }
}

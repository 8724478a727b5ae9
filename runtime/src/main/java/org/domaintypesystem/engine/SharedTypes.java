package org.domaintypesystem.engine;

import java.util.HashMap;
import java.util.Map;

/** One object for what many nodes announce alike, so that a node more takes little memory. For one thread at a time. */
final class SharedTypes {
    /** So many are shared; when there are more, sharing begins anew. */
    static final int CAPACITY = 1 << 14;

    private final Map<AnnouncedType, AnnouncedType> types = new HashMap<>();

    /** The one that is equal but for the last sequence, which it has none of. */
    AnnouncedType one(AnnouncedType type) {
        AnnouncedType plain = type.withoutLast();
        AnnouncedType known = types.get(plain);
        if (known != null) {
            return known;
        }
        if (types.size() == CAPACITY) {
            types.clear();
        }
        types.put(plain, plain);
        return plain;
    }
}

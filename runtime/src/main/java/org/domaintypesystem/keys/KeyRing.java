package org.domaintypesystem.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a node. Everything is sealed with the first group key, and opened with any of them, so that keys can be
 * exchanged while nodes run: give all nodes the new key as a further one, then make it the first everywhere, then take the
 * old one away.
 *
 * <p>A type may have keys of its own: what concerns it is sealed and opened with these only, so that nodes without them can
 * neither read nor write it. There, too, the first one seals and all of them open.
 *
 * <p>As text it is a line for each key, in the order in which they count; empty lines and what follows a {@code #} at the
 * start of a line are ignored:
 *
 * <pre>
 * # all of the brewery
 * dts-key-1:aes-256-gcm:…
 * # the recipes
 * type brewery.Recipe dts-key-1:aes-256-gcm:…
 * </pre>
 *
 * <p>A type whose id does not follow from its name is written as its id, in 16 hexadecimal digits.
 *
 * <p>Immutable, for any thread.
 */
public final class KeyRing {
    private final List<GroupKey> group;
    private final Map<Long, List<GroupKey>> ofTypes;
    private final Map<String, Long> names;

    private KeyRing(List<GroupKey> group, Map<Long, List<GroupKey>> ofTypes, Map<String, Long> names) {
        this.group = group;
        this.ofTypes = ofTypes;
        this.names = names;
    }

    /**
     * A ring of group keys.
     *
     * @param first seals; and opens, like the others
     */
    public static KeyRing of(GroupKey first, GroupKey... others) {
        Builder ring = builder().key(first);
        for (GroupKey other : others) {
            ring.key(other);
        }
        return ring.build();
    }

    /**
     * Reads keys from a text, as it may come from an environment variable.
     *
     * @throws IllegalArgumentException if a line is not as described above, or there is no group key; the message has the
     *     line's number and nothing of its text
     */
    public static KeyRing parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return parse(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static KeyRing parse(byte[] text) {
        Builder ring = builder();
        KeyLines.read(text, ring);
        return ring.build();
    }

    /**
     * Reads keys from a file, which only its owner may read or write, on systems that know such permissions.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if others than its owner may read or write it, or its lines are not as described
     *     above; the message has the file and what to do, and nothing of its text
     */
    public static KeyRing read(Path file) throws IOException {
        byte[] text = KeyFile.read(file);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key file " + file + ": " + e.getMessage(), e);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The key that seals what concerns a type.
     *
     * @param typeId 0 for what concerns none
     */
    public GroupKey sealing(long typeId) {
        return keys(typeId).get(0);
    }

    /**
     * The key that opens what concerns a type.
     *
     * @param typeId 0 for what concerns none
     * @param keyId as the message says
     * @return null if this ring has no such key for that type
     */
    public @Nullable GroupKey opening(long typeId, int keyId) {
        for (GroupKey key : keys(typeId)) {
            if (key.id() == keyId) {
                return key;
            }
        }
        return null;
    }

    /** Whether a type has keys of its own. */
    public boolean hasOwn(long typeId) {
        return ofTypes.containsKey(typeId);
    }

    private List<GroupKey> keys(long typeId) {
        return ofTypes.getOrDefault(typeId, group);
    }

    /**
     * Makes sure that the keys that were given to a type by its name are those of its id.
     *
     * @throws IllegalArgumentException if the name has keys of its own, and the type has another id than follows from it; the
     *     message says what to write instead
     */
    public void check(String typeName, long typeId) {
        Long named = names.get(typeName);
        if (named != null && named != typeId) {
            throw new IllegalArgumentException(
                    "%s has keys of its own, but its id does not follow from its name: write 'type %s' in the place of 'type %s'"
                            .formatted(typeName, TypeIds.hex(typeId), typeName));
        }
    }

    /** The ids of the keys, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(group.toString());
        ofTypes.forEach((typeId, keys) ->
                text.append(", type ").append(TypeIds.hex(typeId)).append(": ").append(keys));
        return text.toString();
    }

    /** Puts a ring together. Not for several threads at once. */
    public static final class Builder {
        private final List<GroupKey> group = new ArrayList<>();
        private final Map<Long, List<GroupKey>> ofTypes = new LinkedHashMap<>();
        private final Map<String, Long> names = new HashMap<>();

        private Builder() {}

        /**
         * Adds a group key; the first one seals.
         *
         * @throws IllegalArgumentException if there is one with the same id already
         */
        public Builder key(GroupKey key) {
            add(group, key);
            return this;
        }

        /**
         * Adds a key of a type; the first one of the type seals.
         *
         * @param typeName full name, for example {@code brewery.Recipe}
         * @throws IllegalArgumentException if the type has one with the same id already, or the name cannot be one
         */
        public Builder typeKey(String typeName, GroupKey key) {
            int dot = typeName.lastIndexOf('.');
            String name = typeName.substring(dot + 1);
            if (name.isEmpty() || !typeName.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.')) {
                throw new IllegalArgumentException(
                        "expected the full name of a type, such as brewery.Recipe, or its id");
            }
            long typeId = TypeIds.typeId(new TypeName(typeName.substring(0, Math.max(0, dot)), name));
            typeKey(typeId, key);
            names.put(typeName, typeId);
            return this;
        }

        /**
         * Adds a key of a type; the first one of the type seals.
         *
         * @throws IllegalArgumentException if the type has one with the same id already, or the number is no type's id
         */
        public Builder typeKey(long typeId, GroupKey key) {
            if (!TypeIds.isId(typeId)) {
                throw new IllegalArgumentException(TypeIds.hex(typeId) + " is not the id of a type");
            }
            add(ofTypes.computeIfAbsent(typeId, id -> new ArrayList<>()), key);
            return this;
        }

        private static void add(List<GroupKey> keys, GroupKey key) {
            for (GroupKey other : keys) {
                if (other.id() == key.id()) {
                    throw new IllegalArgumentException(key + " is there twice");
                }
            }
            keys.add(key);
        }

        /**
         * The ring.
         *
         * @throws IllegalArgumentException if it has no group key
         */
        public KeyRing build() {
            if (group.isEmpty()) {
                throw new IllegalArgumentException(
                        "there is no group key, for what concerns no single type; make one with org.domaintypesystem.keys.NewKey");
            }
            Map<Long, List<GroupKey>> types = new LinkedHashMap<>();
            ofTypes.forEach((typeId, keys) -> types.put(typeId, List.copyOf(keys)));
            return new KeyRing(List.copyOf(group), types, Map.copyOf(names));
        }
    }
}

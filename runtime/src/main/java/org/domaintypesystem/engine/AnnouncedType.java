package org.domaintypesystem.engine;

/**
 * A type that a node publishes or listens to, as it says itself.
 *
 * @param name full name, for example {@code brewery.Temperature}
 * @param last the latest sequence that it has published; 0: none yet
 */
public record AnnouncedType(String name, long typeId, long schemaId, Role role, long last) {
    /** Whether this is equal to another one but for the last sequence. */
    boolean isLike(AnnouncedType other) {
        return typeId == other.typeId && schemaId == other.schemaId && role == other.role && name.equals(other.name);
    }

    AnnouncedType withoutLast() {
        return last == 0 ? this : new AnnouncedType(name, typeId, schemaId, role, 0);
    }
}

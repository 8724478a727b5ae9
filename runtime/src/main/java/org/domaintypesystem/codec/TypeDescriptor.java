package org.domaintypesystem.codec;

/**
 * What the network knows a type by.
 *
 * @param name full name, for example {@code brewery.Temperature}
 * @param typeId Cap'n Proto type id, by which messages are routed
 * @param schemaId fingerprint of the type's shape
 */
public record TypeDescriptor(String name, long typeId, long schemaId) {
    @Override
    public String toString() {
        return "%s @0x%016x".formatted(name, typeId);
    }
}

package org.domaintypesystem.processor.model;

import javax.lang.model.element.Element;

/**
 * A component of a record, or a field of a class.
 *
 * @param name in Java
 * @param schemaName in the schema
 * @param access what reads it of an object: {@code sensor()}, {@code getSensor()} or {@code sensor}; empty if it is the
 *     object itself
 * @param ordinal its number; the first of two if it takes two and they are not given explicitly
 * @param isKey whether it is part of the key
 * @param doc what it means, as plain text
 * @param element where messages point
 */
public record Property(
        String name,
        String schemaName,
        ValueModel value,
        String access,
        int ordinal,
        Numbering numbering,
        boolean isKey,
        String doc,
        Element element) {

    /** The number of the absence of a value that takes a union. */
    public int absentOrdinal() {
        return numbering.absent() >= 0 ? numbering.absent() : ordinal;
    }

    /** The number of the value itself. */
    public int presentOrdinal() {
        return value.isUnion() && numbering.absent() < 0 ? ordinal + 1 : ordinal;
    }
}

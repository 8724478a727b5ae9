package org.domaintypesystem.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A value in its place: the property of a type, or the element of a list.
 *
 * @param javaType its type in Java, {@code Optional} included
 */
public record ValueModel(Kind kind, Absence absence, TypeName javaType) {

    /** Whether it lies in the data section of its struct. */
    public boolean isData() {
        return kind.wire() instanceof Kind.Scalar || kind.wire() instanceof Kind.Constant;
    }

    /** Whether it takes a union of none and some: the data section has no other way to say that a value is absent. */
    public boolean isUnion() {
        return isData() && absence != Absence.NEVER;
    }

    /** Whether it takes a union, and an {@code Optional} says whether it is there. */
    public boolean isOptionalData() {
        return isUnion() && absence != Absence.NULL;
    }

    /** The same kind of value, always there. */
    public ValueModel present(TypeName type) {
        return new ValueModel(kind, Absence.NEVER, type);
    }
}

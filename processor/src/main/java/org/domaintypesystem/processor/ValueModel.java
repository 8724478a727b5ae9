package org.domaintypesystem.processor;

import com.palantir.javapoet.TypeName;

/** What kind of value a component holds, and so how it travels. */
sealed interface ValueModel {
    /** A primitive in the data section. */
    record Scalar(Primitive primitive) implements ValueModel {}

    /** An {@code Instant}: nanoseconds in the data section. */
    record Time() implements ValueModel {}

    /** An annotated enum: its number in the data section. */
    record Constant(TypeReference type) implements ValueModel {}

    /** A {@code String}. */
    record Text() implements ValueModel {}

    /** A {@code byte[]}. */
    record Data() implements ValueModel {}

    /** An array of primitives other than bytes. */
    record Array(Primitive primitive) implements ValueModel {}

    /** An annotated record. */
    record Struct(TypeReference type) implements ValueModel {}

    /**
     * A {@code List}.
     *
     * @param javaType the whole type, with its argument
     */
    record Listing(ValueModel element, TypeName javaType) implements ValueModel {}

    /**
     * A type that cannot travel.
     *
     * @param advice a sentence that says why, and what to write instead
     */
    record Unsupported(String advice) implements ValueModel {}
}

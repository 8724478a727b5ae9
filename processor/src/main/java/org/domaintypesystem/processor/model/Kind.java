package org.domaintypesystem.processor.model;

/** What kind of value something is, and so how it travels. */
public sealed interface Kind {

    /** The kind that is on the wire. */
    default Kind wire() {
        return this;
    }

    /** A primitive, boxed or not, in the data section. */
    record Scalar(Primitive primitive, boolean isUnsigned) implements Kind {}

    /** An enum that has a codec: its number in the data section. */
    record Constant(TypeReference type) implements Kind {}

    /** A {@code String}. */
    record Text() implements Kind {}

    /**
     * Bytes.
     *
     * @param isBuffer whether they are a {@code ByteBuffer} and not a {@code byte[]}
     */
    record Data(boolean isBuffer) implements Kind {}

    /** An array of primitives other than bytes. */
    record Array(Primitive primitive, boolean isUnsigned) implements Kind {}

    /** Whatever has a codec that writes a struct. */
    record Struct(TypeReference type) implements Kind {}

    /** A {@code List}. */
    record Listing(ValueModel element) implements Kind {}

    /** A type that another one carries. */
    record Converted(Conversion conversion, ValueModel carrier) implements Kind {
        @Override
        public Kind wire() {
            return carrier.kind().wire();
        }
    }

    /**
     * A type that cannot travel.
     *
     * @param advice a sentence that says why, and what to write instead
     */
    record Unsupported(String advice) implements Kind {}
}

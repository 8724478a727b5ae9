package org.domaintypesystem.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** How a Java type becomes another one that travels, and back. */
public sealed interface Conversion {

    /** Whether the converted type has a value for an absent one, as an empty set is one for an absent list. */
    boolean hasEmpty();

    /**
     * Two static methods of the runtime, each of which takes a value and the name of the field for errors; null becomes null.
     *
     * @param meaning what the number or the bytes on the wire mean; empty if they speak for themselves
     */
    record BuiltIn(ClassName owner, String toWire, String fromWire, boolean hasEmpty, String meaning)
            implements Conversion {}

    /** A {@code List} that stands for an array of objects. */
    record ToArray(TypeName element) implements Conversion {
        @Override
        public boolean hasEmpty() {
            return true;
        }
    }

    /** An adapter that the user wrote. */
    record Adapter(ClassName adapter, TypeName javaType, TypeName wireType) implements Conversion {
        @Override
        public boolean hasEmpty() {
            return false;
        }
    }
}

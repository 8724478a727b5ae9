package org.domaintypesystem.codec.standard;

import org.domaintypesystem.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/** What is read where a message has nothing, and Java has no way to say so. */
public final class Absent {
    private Absent() {}

    /** The value, or the empty one if there is none. */
    public static <T> T or(@Nullable T value, T empty) {
        return value == null ? empty : value;
    }

    /**
     * The value.
     *
     * @throws DecodeException if there is none, naming the field
     */
    public static <T> T refused(@Nullable T value, String field) {
        if (value == null) {
            throw new DecodeException(field + " is absent, and its type has no empty value");
        }
        return value;
    }
}

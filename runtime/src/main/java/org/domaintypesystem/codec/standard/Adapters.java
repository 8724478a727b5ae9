package org.domaintypesystem.codec.standard;

import org.domaintypesystem.annotation.TypeAdapter;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.jspecify.annotations.Nullable;

/** Calls adapters, which never see null and never return it. Null is null. */
public final class Adapters {
    private Adapters() {}

    /**
     * What travels in place of a value.
     *
     * @throws EncodeException if the adapter returns null, naming the field
     */
    public static <J, W> @Nullable W toWire(TypeAdapter<J, W> adapter, @Nullable J value, String field) {
        if (value == null) {
            return null;
        }
        W wire = adapter.toWire(value);
        if (wire == null) {
            throw new EncodeException(field + ": " + adapter.getClass().getName() + " returns null for " + value);
        }
        return wire;
    }

    /**
     * The value for what has travelled.
     *
     * @throws DecodeException if the adapter returns null, naming the field
     */
    public static <J, W> @Nullable J fromWire(TypeAdapter<J, W> adapter, @Nullable W wire, String field) {
        if (wire == null) {
            return null;
        }
        J value = adapter.fromWire(wire);
        if (value == null) {
            throw new DecodeException(field + ": " + adapter.getClass().getName() + " returns null");
        }
        return value;
    }
}

package org.domaintypesystem.codec.standard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.domaintypesystem.annotation.TypeAdapter;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.WireWriter;
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

    /**
     * The elements of a list, one by one.
     *
     * @throws EncodeException if one is null, or the adapter returns null, naming the field
     */
    public static <J, W> @Nullable List<W> toWireAll(
            TypeAdapter<J, W> adapter, @Nullable List<? extends J> values, String field) {
        if (values == null) {
            return null;
        }
        List<W> wires = new ArrayList<>(values.size());
        for (J value : values) {
            wires.add(WireWriter.required(toWire(adapter, value, field), field));
        }
        return wires;
    }

    /**
     * The elements of a list, one by one. What is returned cannot be changed.
     *
     * @throws DecodeException if the adapter returns null, naming the field
     */
    public static <J, W> @Nullable List<J> fromWireAll(
            TypeAdapter<J, W> adapter, @Nullable List<W> wires, String field) {
        if (wires == null) {
            return null;
        }
        List<J> values = new ArrayList<>(wires.size());
        for (W wire : wires) {
            values.add(Absent.refused(fromWire(adapter, wire, field), field));
        }
        return Collections.unmodifiableList(values);
    }
}

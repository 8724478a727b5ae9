package org.domaintypesystem.dynamic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.schema.Node;
import org.jspecify.annotations.Nullable;

/**
 * A struct whose type only its schema tells. It cannot be changed, and holds on to no buffer, so that it can be kept and
 * given to other threads.
 *
 * <p>What fields are, by the types of the schema:
 *
 * <table>
 * <caption>Types</caption>
 * <tr><td>{@code Bool}</td><td>{@link Boolean}</td></tr>
 * <tr><td>{@code Int8}, {@code Int16}, {@code Int32}, {@code UInt8}, {@code UInt16}</td><td>{@link Integer}</td></tr>
 * <tr><td>{@code Int64}, {@code UInt32}</td><td>{@link Long}</td></tr>
 * <tr><td>{@code UInt64}</td><td>{@link java.math.BigInteger}</td></tr>
 * <tr><td>{@code Float32}, {@code Float64}</td><td>{@link Float}, {@link Double}</td></tr>
 * <tr><td>{@code Text}</td><td>{@link String}</td></tr>
 * <tr><td>{@code Data}</td><td>{@link ByteBuffer}, read-only, a new one for whoever asks</td></tr>
 * <tr><td>{@code List}</td><td>{@link List}, which cannot be changed</td></tr>
 * <tr><td>enums</td><td>{@link DynamicEnum}</td></tr>
 * <tr><td>structs of the namespace {@code dts}</td><td>{@link java.util.UUID}, {@link java.math.BigDecimal}, {@link
 * java.time.LocalDateTime}, {@link java.time.OffsetDateTime}, {@link java.time.ZonedDateTime}</td></tr>
 * <tr><td>other structs</td><td>{@link DynamicStruct}</td></tr>
 * <tr><td>{@code union {none, some}}</td><td>what {@code some} is, or null</td></tr>
 * <tr><td>other named unions</td><td>{@link DynamicUnion}</td></tr>
 * <tr><td>{@code Void}</td><td>null</td></tr>
 * <tr><td>{@code AnyPointer}</td><td>{@link DynamicPointer#OPAQUE}</td></tr>
 * </table>
 *
 * <p>What a null pointer leads to is null. An alternative of an unnamed union is a field like others, and null unless it is
 * what the union holds, which {@link #which} tells. Fields that an older sender does not have are zero or null.
 *
 * <p>Two structs are equal if their types have the same id and their fields have the same names and equal values.
 */
public final class DynamicStruct {
    private final StructPlan plan;
    /** The data section; words that are missing at the end are zero. */
    private final long[] data;
    /** What pointers lead to, as their plans have read it; those that are missing at the end are null. */
    private final @Nullable Object[] pointers;

    DynamicStruct(StructPlan plan, long[] data, @Nullable Object[] pointers) {
        this.plan = plan;
        this.data = data;
        this.pointers = pointers;
    }

    StructPlan plan() {
        return plan;
    }

    long[] data() {
        return data;
    }

    @Nullable
    Object pointer(int index) {
        return index < pointers.length ? pointers[index] : null;
    }

    /** Whether a field is no alternative of the unnamed union, or the one that this union holds. */
    boolean holds(FieldPlan field) {
        return field.union() == null || field.union() != plan.unnamed() || field.isHeld(data);
    }

    /** The declaration, with the documentation of the fields. */
    public Node.StructNode node() {
        return plan.node();
    }

    /** The names of all fields, in the order of the schema; of unions that have a name, that name. */
    public Collection<String> fields() {
        return Collections.unmodifiableCollection(plan.names());
    }

    /**
     * The value of a field, or null if there is none.
     *
     * @throws IllegalArgumentException if there is no field of this name; the message lists all. Also below
     */
    public @Nullable Object get(String name) {
        return plan.member(name).get(this);
    }

    /**
     * The value of a field, or null if there is none, as a type that it has.
     *
     * @throws ClassCastException if it has another one. Also below
     */
    public <T> @Nullable T get(String name, Class<T> type) {
        Object value = get(name);
        if (value != null && !type.isInstance(value)) {
            throw new ClassCastException("%s.%s holds %s, not %s"
                    .formatted(node().name(), name, value.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(value);
    }

    /** Whether a field has a value other than null. */
    public boolean has(String name) {
        return get(name) != null;
    }

    /**
     * A field of {@code Bool}.
     *
     * @throws IllegalStateException if it is absent. Also below, where no null can be returned
     */
    public boolean getBoolean(String name) {
        return present(name, get(name, Boolean.class));
    }

    /** A field of any integers. One of {@code UInt64} keeps its bits, as {@link Long#toUnsignedString(long)} shows them. */
    public long getLong(String name) {
        Object value = get(name);
        if (value instanceof Float || value instanceof Double) {
            return present(name, get(name, Long.class));
        }
        return present(name, get(name, Number.class)).longValue();
    }

    /** A field of any numbers, rounded if need be. */
    public double getDouble(String name) {
        return present(name, get(name, Number.class)).doubleValue();
    }

    /** A field of {@code Text}. */
    public @Nullable String getText(String name) {
        return get(name, String.class);
    }

    /** A copy of the bytes of a field of {@code Data}. */
    public byte @Nullable [] getData(String name) {
        ByteBuffer buffer = get(name, ByteBuffer.class);
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    public @Nullable DynamicEnum getEnum(String name) {
        return get(name, DynamicEnum.class);
    }

    public @Nullable DynamicStruct getStruct(String name) {
        return get(name, DynamicStruct.class);
    }

    /** A field of {@code List}. It cannot be changed, and may hold nulls where its elements are behind pointers. */
    @SuppressWarnings("unchecked")
    public @Nullable List<@Nullable Object> getList(String name) {
        return (List<@Nullable Object>) get(name, List.class);
    }

    /**
     * A map, which is a list of entries with {@code key} and {@code value} on the wire: a new one, in the order in which
     * it was sent. Of a key that was sent twice, the last value counts.
     */
    public @Nullable Map<@Nullable Object, @Nullable Object> getMap(String name) {
        List<?> list = get(name, List.class);
        if (list == null) {
            return null;
        }
        if (!(list instanceof StructList entries) || !entries.element().isEntry()) {
            throw new ClassCastException("%s.%s holds a list that is no map".formatted(node().name(), name));
        }
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.get("key"), entry.get("value")));
        return map;
    }

    /** What the unnamed union of the struct holds, as that of a sealed type; null if the struct has none. */
    public @Nullable DynamicUnion which() {
        UnionPlan unnamed = plan.unnamed();
        return unnamed == null ? null : unnamed.get(this);
    }

    private <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(
                    "%s.%s is absent: ask has(\"%s\") before".formatted(node().name(), name, name));
        }
        return value;
    }

    /** The struct as JSON, on one line. See {@link #writeJson}. */
    public String toJson() {
        return toJson(JsonStyle.COMPACT);
    }

    /** The struct as JSON. See {@link #writeJson}. */
    public String toJson(JsonStyle style) {
        StringBuilder json = new StringBuilder();
        try {
            writeJson(json, style);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    /**
     * Writes the struct as JSON (RFC 8259): an object with all fields in the order of the schema, but of alternatives of the
     * unnamed union only that which is held. Integers of 64 bits are strings, as not every reader of JSON keeps them; so
     * are decimals, NaN and infinite numbers. Bytes are Base64, what is absent is null, constants and alternatives that
     * the schema does not have are their numbers. A map is an object if its keys are texts, enums, integers or booleans.
     *
     * @throws IOException of {@code out}
     */
    public void writeJson(Appendable out, JsonStyle style) throws IOException {
        new JsonWriter(out, style).struct(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DynamicStruct struct
                        && node().id() == struct.node().id()
                        && values().equals(struct.values()));
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** Everything that tells the struct from others of its type. */
    private Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (MemberPlan member : plan.members()) {
            values.put(member.name(), member.get(this));
        }
        values.put("", which());
        return values;
    }

    /** The struct as JSON, on one line. */
    @Override
    public String toString() {
        return toJson();
    }

    /**
     * Makes a struct. What is not set is zero, false, the first constant or alternative, or null. Not for several threads at
     * once.
     */
    public static final class Builder {
        private final StructPlan plan;
        private final long[] data;
        private final @Nullable Object[] pointers;

        Builder(StructPlan plan) {
            this.plan = plan;
            this.data = new long[plan.dataWords()];
            this.pointers = new @Nullable Object[plan.pointerCount()];
        }

        long[] data() {
            return data;
        }

        @Nullable
        Object[] pointers() {
            return pointers;
        }

        /**
         * Sets a field to a value such as {@link #get} returns. Also taken are: integers and floating point numbers of
         * other sizes, if they are not too large; the name of a constant; {@code byte[]}; collections and arrays for lists;
         * {@code Map}s of names to values for structs and unions, and {@code Map}s of keys to values for maps. Setting an
         * alternative, also one to null, has the union hold it. Everything that can be changed is copied.
         *
         * @throws IllegalArgumentException if there is no field of this name; the message lists all
         * @throws EncodeException if the field cannot hold the value, naming it
         */
        public Builder set(String name, @Nullable Object value) {
            plan.member(name).set(this, value);
            return this;
        }

        /** The struct as it is now; the builder can be used again. */
        public DynamicStruct build() {
            return new DynamicStruct(plan, data.clone(), pointers.clone());
        }
    }
}

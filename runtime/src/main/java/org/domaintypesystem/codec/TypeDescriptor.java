package org.domaintypesystem.codec;

import java.util.Objects;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What the network knows a type by: its name, the Cap'n Proto type id by which its messages are routed, and the
 * fingerprint of its shape.
 *
 * <p>Two descriptors are equal if these three are. Safe for use by several threads.
 */
public final class TypeDescriptor {
    private final String name;
    private final long typeId;
    private final long schemaId;
    private final @Nullable Class<?> codec;
    private final boolean isRetainingLast;
    private final boolean isReliable;
    private volatile @Nullable Schema schema;

    /**
     * A type whose schema is not known here.
     *
     * @param name full name, for example {@code brewery.Temperature}
     */
    public TypeDescriptor(String name, long typeId, long schemaId) {
        this(name, typeId, schemaId, null, false, false, null);
    }

    /**
     * A type with a codec that carries its schema in {@link CompiledSchema}.
     *
     * @param name full name, for example {@code brewery.Temperature}
     */
    public TypeDescriptor(String name, long typeId, long schemaId, Class<?> codec) {
        this(name, typeId, schemaId, Objects.requireNonNull(codec, "codec"), false, false, null);
    }

    private TypeDescriptor(
            String name,
            long typeId,
            long schemaId,
            @Nullable Class<?> codec,
            boolean isRetainingLast,
            boolean isReliable,
            @Nullable Schema schema) {
        this.name = Objects.requireNonNull(name, "name");
        this.typeId = typeId;
        this.schemaId = schemaId;
        this.codec = codec;
        this.isRetainingLast = isRetainingLast;
        this.isReliable = isReliable;
        this.schema = schema;
    }

    /** The type that a schema declares, which needs no codec. */
    public static TypeDescriptor of(Schema schema) {
        return new TypeDescriptor(
                schema.root().name().qualified(),
                schema.root().id(),
                SchemaFingerprint.schemaId(schema),
                null,
                false,
                false,
                schema);
    }

    /** The same type, whose publishers keep its last values for listeners that join later. */
    public TypeDescriptor retainingLast() {
        return new TypeDescriptor(name, typeId, schemaId, codec, true, isReliable, schema);
    }

    /** The same type, whose publishers keep what they have sent for a while, and send it again to those who miss it. */
    public TypeDescriptor reliable() {
        return new TypeDescriptor(name, typeId, schemaId, codec, isRetainingLast, true, schema);
    }

    /** Whether publishers keep the last values; listeners then ask for them. */
    public boolean isRetainingLast() {
        return isRetainingLast;
    }

    /** Whether publishers send again what somebody misses. */
    public boolean isReliable() {
        return isReliable;
    }

    /** Full name, for example {@code brewery.Temperature}. */
    public String name() {
        return name;
    }

    /** Cap'n Proto type id, by which messages are routed. */
    public long typeId() {
        return typeId;
    }

    /** Fingerprint of the type's shape. */
    public long schemaId() {
        return schemaId;
    }

    /**
     * The schema whose fingerprint is {@link #schemaId}. It is read when it is first asked for, which takes
     * milliseconds, and kept.
     *
     * @throws IllegalStateException if the codec carries none, or one that is not of this fingerprint; says which codec
     *     has to be compiled again
     */
    public Schema schema() {
        Schema known = schema;
        if (known == null) {
            synchronized (this) {
                known = schema;
                if (known == null) {
                    known = SchemaLoader.load(this, codec);
                    schema = known;
                }
            }
        }
        return known;
    }

    /** Whether there is somewhere to read {@link #schema} from. */
    public boolean hasSchema() {
        return codec != null || schema != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypeDescriptor that
                && typeId == that.typeId
                && schemaId == that.schemaId
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(typeId) * 31 + Long.hashCode(schemaId);
    }

    @Override
    public String toString() {
        return "%s @0x%016x".formatted(name, typeId);
    }
}

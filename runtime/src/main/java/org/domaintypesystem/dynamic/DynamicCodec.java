package org.domaintypesystem.dynamic;

import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads messages of a type by its schema. To make one takes time in proportion to the schema; it is to be kept.
 *
 * <pre>{@code
 * DynamicCodec codec = DynamicCodec.of(schema);
 * DynamicStruct value = codec.decode(message, 0, message.length);
 * System.out.println(value.get("celsius") + " in " + value.toJson());
 * }</pre>
 *
 * <p>Bytes that the codec that is generated for the type refuses are refused here too, but for constants and alternatives
 * that the schema does not have, and values that only the Java type refuses. Stateless; safe for use by several threads.
 */
public final class DynamicCodec implements Codec<DynamicStruct> {
    private final TypeDescriptor type;
    private final StructPlan root;

    private DynamicCodec(Schema schema) {
        this.root = PlanLinker.link(schema);
        this.type = TypeDescriptor.of(schema);
    }

    /**
     * A codec for the type that is the root of a schema.
     *
     * @throws IllegalArgumentException if the root is an enum, or if a struct is of a kind that DTS does not lay out
     */
    public static DynamicCodec of(Schema schema) {
        if (!(schema.root() instanceof Node.StructNode)) {
            throw new IllegalArgumentException(schema.root().name() + " is no struct, so no message is one");
        }
        return new DynamicCodec(schema);
    }

    @Override
    public TypeDescriptor type() {
        return type;
    }

    /** Makes a value, of defaults as long as nothing is set. */
    public DynamicStruct.Builder builder() {
        return new DynamicStruct.Builder(root);
    }

    /**
     * {@inheritDoc}
     *
     * @throws DecodeException also if structs and lists are in each other more than 512 deep
     */
    @Override
    public DynamicStruct read(WireReader in, long struct) {
        return root.read(new Reading(in, root.isRecursive()), struct);
    }

    /**
     * {@inheritDoc}
     *
     * @throws EncodeException also if the value holds a pointer to anything, which cannot be copied
     */
    @Override
    public int write(@Nullable DynamicStruct value, byte[] out, int pointer, int end, int limit) {
        if (value == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        return root.write(root.accept(value, type.name()), out, pointer, end, limit, 0, type.name());
    }
}

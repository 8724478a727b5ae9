package org.domaintypesystem;

import java.util.Optional;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.dynamic.DynamicStruct;
import org.domaintypesystem.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message of whichever type, as {@link Dts#listenAny} hears it: its bytes and, if somebody on the network has told the
 * schema, what they mean. May be kept, and read by any thread.
 */
public final class AnyMessage {
    private final String typeName;
    private final long typeId;
    private final long schemaId;
    private final byte[] bytes;
    private final @Nullable DynamicCodec codec;

    /**
     * @param bytes nobody else's
     * @param codec null if the schema is not known
     */
    AnyMessage(String typeName, long typeId, long schemaId, byte[] bytes, @Nullable DynamicCodec codec) {
        this.typeName = typeName;
        this.typeId = typeId;
        this.schemaId = schemaId;
        this.bytes = bytes;
        this.codec = codec;
    }

    /** Full name of its type, for example {@code brewery.Temperature}. */
    public String typeName() {
        return typeName;
    }

    /** Cap'n Proto type id of its type. */
    public long typeId() {
        return typeId;
    }

    /** Fingerprint of the shape that it was written with. */
    public long schemaId() {
        return schemaId;
    }

    /** The message in Cap'n Proto's standard framing, as {@code capnp decode} reads it. A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What the message looks like; empty if nobody has told. */
    public Optional<Schema> schema() {
        return Optional.ofNullable(codec).map(known -> known.type().schema());
    }

    /**
     * What the message says, by its schema; empty if that is not known. Decodes anew each time.
     *
     * @throws DecodeException if the bytes are not what the schema says
     */
    public Optional<DynamicStruct> value() {
        return Optional.ofNullable(codec).map(known -> known.decode(bytes, 0, bytes.length));
    }

    /** For people: the type, and the value as JSON or the number of bytes. */
    @Override
    public String toString() {
        try {
            return typeName + ' ' + value().map(DynamicStruct::toJson).orElse("(" + bytes.length + " bytes)");
        } catch (DecodeException e) {
            return typeName + " (" + e.getMessage() + ")";
        }
    }
}

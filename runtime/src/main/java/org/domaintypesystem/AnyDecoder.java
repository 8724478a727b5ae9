package org.domaintypesystem;

import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.LongMap;
import org.domaintypesystem.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Copies messages of one type out of what they came in, with what their bytes mean. For the receiving thread. */
final class AnyDecoder implements MessageDecoder<AnyMessage> {
    /** How many versions of the type are ready to be read; when there are more, making them ready begins anew. */
    private static final int MAX_VERSIONS = 8;

    /** Knows schemas. */
    interface Schemas {
        @Nullable
        Schema of(long typeId, long schemaId);
    }

    private final TypeDescriptor type;
    private final Schemas schemas;
    private final long seed;
    private LongMap<DynamicCodec> codecs;

    /**
     * @param seed a number that nobody outside can guess
     */
    AnyDecoder(TypeDescriptor type, Schemas schemas, long seed) {
        this.type = type;
        this.schemas = schemas;
        this.seed = seed;
        this.codecs = new LongMap<>(seed);
    }

    @Override
    public AnyMessage read(InboundMessage message) {
        return new AnyMessage(
                type.name(), type.typeId(), message.schemaId(), message.copyPayload(), codec(message.schemaId()));
    }

    private @Nullable DynamicCodec codec(long schemaId) {
        DynamicCodec codec = codecs.get(schemaId);
        Schema schema = codec == null ? schemas.of(type.typeId(), schemaId) : null;
        if (schema == null) {
            return codec;
        }
        if (codecs.size() == MAX_VERSIONS) {
            codecs = new LongMap<>(seed);
        }
        DynamicCodec ready = DynamicCodec.of(schema);
        codecs.put(schemaId, ready);
        return ready;
    }
}

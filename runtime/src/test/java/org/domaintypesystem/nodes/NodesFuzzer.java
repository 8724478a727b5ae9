package org.domaintypesystem.nodes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.domaintypesystem.schema.SchemaFingerprint;

/**
 * Takes whatever a fuzzer makes up: a type id, a schema id, both little-endian, and a message with a schema. Other
 * outcomes than a schema with these ids or a refusal are errors.
 */
public final class NodesFuzzer {
    private static final int IDS = 2 * Long.BYTES;

    private NodesFuzzer() {}

    /** What Jazzer and its like call. */
    public static void fuzzerTestOneInput(byte[] input) {
        accepts(input);
    }

    /** Whether the input is a schema. */
    static boolean accepts(byte[] input) {
        if (input.length < IDS) {
            return false;
        }
        ByteBuffer ids = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        long typeId = ids.getLong();
        long schemaId = ids.getLong();
        ReceivedSchema read;
        try {
            read = NodesReader.message(input, IDS, input.length - IDS, typeId, schemaId);
        } catch (RefusedSchemaException e) {
            return false;
        }
        if (read.schema().root().id() != typeId || SchemaFingerprint.schemaId(read.schema()) != schemaId) {
            throw new AssertionError("not the schema that was asked for");
        }
        return true;
    }

    /** The input that asks for what the message holds. */
    static byte[] input(long typeId, long schemaId, byte[] message) {
        return ByteBuffer.allocate(IDS + message.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(typeId)
                .putLong(schemaId)
                .put(message)
                .array();
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.nodes.NodesWriter;
import org.domaintypesystem.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Writes what asks for schemas and what gives them. For one thread at a time. */
final class SchemaMessages {
    /** Schemas that take more are not given away: nobody would take them. */
    static final int MAX_SCHEMA = 1 << 20;

    private static final int USUAL = 1 << 13;
    private static final int REQUEST_DATA_WORDS = 1;

    private final long self;
    private final ControlOutput output;
    private byte[] message = new byte[USUAL];

    SchemaMessages(long self, ControlOutput output) {
        this.self = self;
        this.output = output;
    }

    /**
     * Asks for a schema.
     *
     * @param destination one node; null for all, any of which may answer
     */
    void request(long typeId, long schemaId, long epochNanos, @Nullable SocketAddress destination) {
        int struct = MessageLayout.CONTENT;
        int end = WireWriter.struct(message, MessageLayout.BODY, struct, REQUEST_DATA_WORDS, 0, message.length);
        WireWriter.int64(message, struct, destination == null ? 1 : 0);
        send(end, MessageLayout.SCHEMA_REQUEST, typeId, schemaId, epochNanos, destination);
    }

    /** Whether a request is to all. */
    static boolean asksAnyone(InboundMessage request) {
        return request.reader().bool(request.payload(), 0);
    }

    /**
     * Gives a schema to all who listen.
     *
     * @return how many bytes it takes; 0 if it was too large to be sent
     */
    int schema(Schema schema, long typeId, long schemaId, long epochNanos) {
        while (true) {
            try {
                int end = NodesWriter.write(schema, message, MessageLayout.BODY, MessageLayout.CONTENT, message.length);
                send(end, MessageLayout.SCHEMA, typeId, schemaId, epochNanos, null);
                return end;
            } catch (OutOfSpaceException full) {
                if (message.length >= MAX_SCHEMA) {
                    return 0;
                }
                message = new byte[message.length * 2];
            }
        }
    }

    private void send(
            int end, int tag, long typeId, long schemaId, long epochNanos, @Nullable SocketAddress destination) {
        MessageLayout.writeHeader(message, end, tag, self, typeId, schemaId, epochNanos);
        output.send(message, end, destination);
    }
}

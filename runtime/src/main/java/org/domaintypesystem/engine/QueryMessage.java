package org.domaintypesystem.engine;

import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/**
 * What {@code Query} is in dts.capnp: a question to those who publish a type.
 *
 * @param asker who asks
 * @param queryId chosen by who asks
 * @param millis for how long replies are of use
 */
public record QueryMessage(long asker, long typeId, long queryId, String text, long millis) {
    /** How long a text may be, in bytes of UTF-8. */
    public static final int MAX_TEXT = 1024;

    /** How long replies may be of use; what is longer is taken for this. */
    public static final long MAX_MILLIS = 3_600_000;

    private static final int DATA_WORDS = 2;
    private static final int POINTERS = 1;

    /**
     * Reads a question.
     *
     * @throws DecodeException if it is none, or its text too long
     */
    public static QueryMessage read(InboundMessage message) {
        long struct = message.payload();
        WireReader in = message.reader();
        if (in.count(in.list(struct, 0, ElementSize.BYTE)) > MAX_TEXT + 1) {
            throw new DecodeException("a question of more than " + MAX_TEXT + " bytes");
        }
        String text = in.text(struct, 0);
        long millis = in.int32(struct, Long.BYTES) & 0xFFFF_FFFFL;
        return new QueryMessage(
                message.sender(),
                message.typeId(),
                in.int64(struct, 0),
                text == null ? "" : text,
                Math.min(MAX_MILLIS, millis));
    }

    /**
     * Writes a question, complete but for its sequence.
     *
     * @return its length in bytes
     */
    int write(byte[] out, TypeDescriptor type, long epochNanos) {
        int struct = MessageLayout.CONTENT;
        int pointer = struct + DATA_WORDS * Long.BYTES;
        int end = WireWriter.struct(out, MessageLayout.BODY, struct, DATA_WORDS, POINTERS, out.length);
        WireWriter.int64(out, struct, queryId);
        WireWriter.int64(out, struct + Long.BYTES, millis & 0xFFFF_FFFFL);
        end = WireWriter.text(out, pointer, text, end, out.length, "the text of a query");
        MessageLayout.writeHeader(out, end, MessageLayout.QUERY, asker, type.typeId(), type.schemaId(), epochNanos);
        return end;
    }
}

package org.domaintypesystem.engine;

import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/**
 * What {@code Reply} is in dts.capnp: a part of an answer.
 *
 * @param index among the replies of one sender to one query, from 0 on
 * @param isLast whether the sender has no more to say
 * @param hasValue whether it carries a message of the type; the last one need not
 */
public record ReplyMessage(long queryId, int index, boolean isLast, boolean hasValue) {
    /** What a reply is by its place in the union of {@code Message}. */
    public static final int BODY = MessageLayout.REPLY;

    /** How many messages one sender answers a query with at most. One more reply may end the answer. */
    public static final int MAX_REPLIES = 4096;

    private static final int DATA_WORDS = 2;
    private static final int POINTERS = 1;

    /** Index of the pointer to the message of the type, in a reply that is being written. */
    public static final int VALUE = MessageLayout.CONTENT + DATA_WORDS * Long.BYTES;

    /** Index where the content of that message begins, and the size of a reply without one. */
    public static final int CONTENT = VALUE + POINTERS * Long.BYTES;

    /**
     * Reads a reply. The message in it is the struct that {@link #value} resolves.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it is none
     */
    public static ReplyMessage read(InboundMessage message) {
        long struct = message.payload();
        WireReader in = message.reader();
        return new ReplyMessage(
                in.int64(struct, 0),
                in.int32(struct, Long.BYTES + Integer.BYTES),
                in.bool(struct, Long.SIZE),
                in.struct(struct, 0) != WireReader.ABSENT);
    }

    /** The message of the type in a reply, for {@link InboundMessage#reader} to read, which starts anew. */
    public static long value(InboundMessage reply) {
        return reply.reader().struct(reply.payload(), 0);
    }

    /**
     * Writes what is around the message of the type, once that has been written: everything but the sequence.
     *
     * @param out the reply, from index 0 on; what {@link #VALUE} points to is the caller's
     * @param end index behind it
     */
    public void write(byte[] out, int end, long sender, TypeDescriptor type, long epochNanos) {
        WireWriter.struct(out, MessageLayout.BODY, MessageLayout.CONTENT, DATA_WORDS, POINTERS, end);
        WireWriter.int64(out, MessageLayout.CONTENT, queryId);
        WireWriter.int64(out, MessageLayout.CONTENT + Long.BYTES, (long) index << Integer.SIZE | (isLast ? 1 : 0));
        MessageLayout.writeHeader(out, end, MessageLayout.REPLY, sender, type.typeId(), type.schemaId(), epochNanos);
    }

    /** How many messages the whole answer has, if this is the last reply of it. */
    int total() {
        return hasValue ? index + 1 : index;
    }
}

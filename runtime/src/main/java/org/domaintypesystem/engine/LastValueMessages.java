package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.PrimitiveArrays;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** Writes and reads what asks for last values, and what says which ones there are. For one thread at a time. */
final class LastValueMessages {
    /** How many sequences are in one message at most. */
    static final int MAX_SEQUENCES = 128;

    /** How many of the lists that are missing one request names at most. */
    static final int MAX_LISTS = 32;

    /** How many lists an answer may have. */
    static final int MAX_COUNT = 1024;

    private static final int LISTS_DATA_WORDS = 2;
    private static final int LISTS_POINTERS = 1;
    private static final int REQUEST_DATA_WORDS = 1;
    private static final int REQUEST_POINTERS = 2;

    /**
     * What is asked for.
     *
     * @param sequences those that are wanted
     * @param lists those of the lists that are wanted. If there are neither: all
     * @param isToAnyone whether all who publish the type are asked
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Request(long[] sequences, int[] lists, boolean isToAnyone) {
        boolean isForAll() {
            return sequences.length == 0 && lists.length == 0;
        }
    }

    /**
     * One of several lists, which together say what there is.
     *
     * @param last the latest sequence that there was before they were made
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Sequences(int index, int count, long last, long[] sequences) {}

    private final long self;
    private final ControlOutput output;
    private final byte[] message = new byte[MessageLayout.MAX_UNCUT];

    LastValueMessages(long self, ControlOutput output) {
        this.self = self;
        this.output = output;
    }

    /**
     * Asks.
     *
     * @param sequences this many of them
     * @param lists likewise
     * @param destination one node; null for all that publish the type
     */
    void request(
            long typeId,
            long[] sequences,
            int sequenceCount,
            int[] lists,
            int listCount,
            long epochNanos,
            @Nullable SocketAddress destination) {
        int struct = MessageLayout.CONTENT;
        int end = WireWriter.struct(
                message, MessageLayout.BODY, struct, REQUEST_DATA_WORDS, REQUEST_POINTERS, message.length);
        WireWriter.int64(message, struct, destination == null ? 1 : 0);
        int pointer = struct + REQUEST_DATA_WORDS * Long.BYTES;
        WireWriter.nothing(message, pointer);
        WireWriter.nothing(message, pointer + Long.BYTES);
        if (sequenceCount > 0) {
            end = longs(pointer, end, sequences, sequenceCount);
        }
        if (listCount > 0) {
            int list = end;
            end = WireWriter.list(
                    message, pointer + Long.BYTES, end, ElementSize.FOUR_BYTES, listCount, message.length);
            for (int i = 0; i < listCount; i++) {
                WireWriter.int32(message, list + i * Integer.BYTES, lists[i]);
            }
        }
        send(end, MessageLayout.LAST_VALUES_REQUEST, typeId, epochNanos, destination);
    }

    /**
     * Reads a request.
     *
     * @throws DecodeException if it is none
     */
    static Request readRequest(InboundMessage message) {
        long struct = message.payload();
        WireReader in = message.reader();
        int[] lists = PrimitiveArrays.ints(in, struct, 1);
        return new Request(longs(in, struct), lists == null ? new int[0] : lists, in.bool(struct, 0));
    }

    /** Says which sequences there are, or some of them. */
    void sequences(
            long typeId,
            int index,
            int count,
            long last,
            long[] sequences,
            int length,
            long epochNanos,
            SocketAddress to) {
        int struct = MessageLayout.CONTENT;
        int pointer = struct + LISTS_DATA_WORDS * Long.BYTES;
        int end = WireWriter.struct(
                message, MessageLayout.BODY, struct, LISTS_DATA_WORDS, LISTS_POINTERS, message.length);
        WireWriter.int64(message, struct, index | (long) count << 32);
        WireWriter.int64(message, struct + Long.BYTES, last);
        end = longs(pointer, end, sequences, length);
        send(end, MessageLayout.LAST_VALUES, typeId, epochNanos, to);
    }

    /**
     * Reads such a list.
     *
     * @throws DecodeException if it is none
     */
    static Sequences readSequences(InboundMessage message) {
        long struct = message.payload();
        WireReader in = message.reader();
        int index = in.int32(struct, 0);
        int count = in.int32(struct, 4);
        long last = in.int64(struct, 8);
        if (index < 0 || count <= index || count > MAX_COUNT || last < 0) {
            throw new DecodeException("list " + index + " of " + count + ", up to " + last);
        }
        return new Sequences(index, count, last, longs(in, struct));
    }

    private int longs(int pointer, int end, long[] values, int count) {
        int after = WireWriter.list(message, pointer, end, ElementSize.EIGHT_BYTES, count, message.length);
        for (int i = 0; i < count; i++) {
            WireWriter.int64(message, end + i * Long.BYTES, values[i]);
        }
        return after;
    }

    private static long[] longs(WireReader in, long struct) {
        long[] values = PrimitiveArrays.longs(in, struct, 0);
        return values == null ? new long[0] : values;
    }

    private void send(int end, int tag, long typeId, long epochNanos, @Nullable SocketAddress destination) {
        MessageLayout.writeHeader(message, end, tag, self, typeId, 0, epochNanos);
        output.send(message, end, destination);
    }
}

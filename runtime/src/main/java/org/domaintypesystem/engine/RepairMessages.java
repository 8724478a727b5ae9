package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** Writes and reads what senders and receivers of one type tell each other about what is missing. For one thread at a time. */
final class RepairMessages {
    /** How many runs of missing messages, and of missing fragments, one message names at most. */
    static final int MAX_RANGES = 32;

    private static final int RANGE_WORDS = 2;
    private static final int MISSING_WORDS = 2;
    private static final int MISSING_POINTERS = 1;
    private static final int MISSING_BYTES = (MISSING_WORDS + MISSING_POINTERS) * Long.BYTES;

    /** {@code count} numbers, at least 1, from {@code first} on: of messages, from 1 on, or of fragments, from 0 on. */
    record Range(long first, long count) {
        long end() {
            return first + count;
        }
    }

    /**
     * What a receiver misses.
     *
     * @param messages sequences
     * @param fragments those of the only message that are missing; empty: all of them
     */
    record Missing(Range messages, List<Range> fragments) {}

    /**
     * What a sender has.
     *
     * @param firstRetained oldest sequence that it still has; {@code last + 1} if it has none
     * @param last latest sequence that it has sent
     */
    record Heartbeat(long firstRetained, long last) {}

    private final long self;
    private final ControlOutput output;
    private final byte[] message = new byte[MessageLayout.MAX_UNCUT];

    RepairMessages(long self, ControlOutput output) {
        this.self = self;
        this.output = output;
    }

    /** Says what there is. */
    void heartbeat(long typeId, Heartbeat heartbeat, long epochNanos, SocketAddress group) {
        range(heartbeat.firstRetained(), heartbeat.last(), MessageLayout.HEARTBEAT, typeId, epochNanos, group);
    }

    /** Says what is gone. */
    void gap(long typeId, Range gone, long epochNanos, SocketAddress group) {
        range(gone.first(), gone.count(), MessageLayout.GAP, typeId, epochNanos, group);
    }

    private void range(long first, long second, int tag, long typeId, long epochNanos, SocketAddress to) {
        int struct = MessageLayout.CONTENT;
        int end = WireWriter.struct(message, MessageLayout.BODY, struct, RANGE_WORDS, 0, message.length);
        WireWriter.int64(message, struct, first);
        WireWriter.int64(message, struct + Long.BYTES, second);
        send(end, tag, typeId, epochNanos, to);
    }

    /**
     * Asks for what is missing.
     *
     * @param missing at most {@link #MAX_RANGES}, their fragments included
     */
    void nak(long typeId, List<Missing> missing, long epochNanos, SocketAddress to) {
        int each = MessageLayout.CONTENT + Long.BYTES;
        int end = WireWriter.structList(
                message,
                MessageLayout.BODY,
                MessageLayout.CONTENT,
                missing.size(),
                MISSING_WORDS,
                MISSING_POINTERS,
                message.length);
        for (Missing some : missing) {
            WireWriter.int64(message, each, some.messages().first());
            WireWriter.int64(message, each + Long.BYTES, some.messages().count());
            int pointer = each + MISSING_WORDS * Long.BYTES;
            if (some.fragments().isEmpty()) {
                WireWriter.nothing(message, pointer);
            } else {
                end = ranges(pointer, end, some.fragments());
            }
            each += MISSING_BYTES;
        }
        send(end, MessageLayout.NAK, typeId, epochNanos, to);
    }

    private int ranges(int pointer, int start, List<Range> ranges) {
        int end = WireWriter.structList(message, pointer, start, ranges.size(), RANGE_WORDS, 0, message.length);
        int at = start + Long.BYTES;
        for (Range range : ranges) {
            WireWriter.int64(message, at, range.first());
            WireWriter.int64(message, at + Long.BYTES, range.count());
            at += RANGE_WORDS * Long.BYTES;
        }
        return end;
    }

    private void send(int end, int tag, long typeId, long epochNanos, SocketAddress to) {
        MessageLayout.writeHeader(message, end, tag, self, typeId, 0, epochNanos);
        output.send(message, end, to);
    }

    /**
     * Reads a heartbeat.
     *
     * @throws DecodeException if it cannot be
     */
    static Heartbeat readHeartbeat(InboundMessage message) {
        long struct = message.payload();
        long firstRetained = message.reader().int64(struct, 0);
        long last = message.reader().int64(struct, Long.BYTES);
        if (last < 0 || last == Long.MAX_VALUE || firstRetained < 1 || firstRetained > last + 1) {
            throw new DecodeException("a heartbeat that has from %d on, up to %d".formatted(firstRetained, last));
        }
        return new Heartbeat(firstRetained, last);
    }

    /**
     * Reads what is gone.
     *
     * @throws DecodeException if it cannot be
     */
    static Range readGap(InboundMessage message) {
        long struct = message.payload();
        return range(message.reader(), struct, 1);
    }

    /**
     * Reads what is asked for.
     *
     * @return at most {@link #MAX_RANGES}, their fragments included; what is more is left out
     * @throws DecodeException if it cannot be
     */
    static List<Missing> readNak(InboundMessage message) {
        WireReader in = message.reader();
        long list = in.structList(message.root(), 0);
        int count = Math.min(MAX_RANGES, in.count(list));
        List<Missing> all = new ArrayList<>(count);
        int left = MAX_RANGES - count;
        for (int i = 0; i < count; i++) {
            long struct = in.element(list, i);
            long parts = in.structList(struct, 0);
            List<Range> fragments = ranges(in, parts, left);
            left -= fragments.size();
            Range messages = range(in, struct, 1);
            // Without any it would be the whole message.
            if (!fragments.isEmpty() || in.count(parts) == 0) {
                all.add(new Missing(messages, fragments));
            }
        }
        return all;
    }

    private static List<Range> ranges(WireReader in, long list, int most) {
        int count = Math.min(most, in.count(list));
        List<Range> ranges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ranges.add(range(in, in.element(list, i), 0));
        }
        return ranges;
    }

    private static Range range(WireReader in, long struct, long smallest) {
        long first = in.int64(struct, 0);
        long count = in.int64(struct, Long.BYTES);
        if (first < smallest || count < 1 || first > Long.MAX_VALUE - count) {
            throw new DecodeException("%d from %d on".formatted(count, first));
        }
        return new Range(first, count);
    }
}

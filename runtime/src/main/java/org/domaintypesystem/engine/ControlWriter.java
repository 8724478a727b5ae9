package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.List;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** Writes announcements and farewells of one node, as many datagrams as they take. For one thread at a time. */
final class ControlWriter {
    private static final int LIMIT = MessageLayout.MAX_DATAGRAM;

    private final long sender;
    private final String node;
    private final String host;
    private final long pid;
    private final ControlOutput output;
    private final byte[] message = new byte[LIMIT];

    ControlWriter(long sender, String node, String host, long pid, ControlOutput output) {
        this.sender = sender;
        this.node = node;
        this.host = host;
        this.pid = pid;
        this.output = output;
    }

    /**
     * Announces types, in at least one datagram.
     *
     * @param epochNanos the time of day
     * @param destination a node; null for all
     */
    void announce(List<AnnouncedType> types, boolean asks, long epochNanos, @Nullable SocketAddress destination) {
        int done = 0;
        do {
            int fitting = fitting(types, done);
            int end = announcement(types.subList(done, done + fitting), asks);
            send(end, MessageLayout.ANNOUNCE, epochNanos, destination);
            done += fitting;
        } while (done < types.size());
    }

    /** How many types fit into a datagram, at least one. */
    private int fitting(List<AnnouncedType> types, int from) {
        int low = 1;
        int high = types.size() - from;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (fits(types.subList(from, from + middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.max(0, Math.min(low, high));
    }

    private boolean fits(List<AnnouncedType> types) {
        try {
            announcement(types, false);
            return true;
        } catch (OutOfSpaceException e) {
            return false;
        }
    }

    private int announcement(List<AnnouncedType> types, boolean asks) {
        int struct = MessageLayout.CONTENT;
        int pointers = struct + Announcement.DATA_WORDS * Long.BYTES;
        int end = WireWriter.struct(
                message, MessageLayout.BODY, struct, Announcement.DATA_WORDS, Announcement.POINTERS, LIMIT);
        WireWriter.int64(message, struct, (pid & 0xFFFF_FFFFL) | (asks ? 1L << 32 : 0));
        end = WireWriter.text(message, pointers, node, end, LIMIT, "node");
        end = WireWriter.text(message, pointers + Long.BYTES, host, end, LIMIT, "host");
        int list = end + Long.BYTES;
        end = WireWriter.structList(
                message,
                pointers + 2 * Long.BYTES,
                end,
                types.size(),
                Announcement.TYPE_DATA_WORDS,
                Announcement.TYPE_POINTERS,
                LIMIT);
        for (AnnouncedType type : types) {
            WireWriter.int64(message, list, type.typeId());
            WireWriter.int64(message, list + 8, type.schemaId());
            WireWriter.int64(message, list + 16, type.role().number);
            WireWriter.int64(message, list + 24, type.last());
            end = WireWriter.text(message, list + 32, type.name(), end, LIMIT, "name");
            list += (Announcement.TYPE_DATA_WORDS + Announcement.TYPE_POINTERS) * Long.BYTES;
        }
        return end;
    }

    /** Takes leave, with the last sequence of each type that was published. */
    void bye(List<AnnouncedType> published, long epochNanos) {
        int most = (LIMIT - MessageLayout.CONTENT - 2 * Long.BYTES) / (Farewell.DATA_WORDS * Long.BYTES);
        int done = 0;
        do {
            int count = Math.min(most, published.size() - done);
            send(farewell(published.subList(done, done + count)), MessageLayout.BYE, epochNanos, null);
            done += count;
        } while (done < published.size());
    }

    private int farewell(List<AnnouncedType> published) {
        int struct = MessageLayout.CONTENT;
        int end = WireWriter.struct(message, MessageLayout.BODY, struct, 0, 1, LIMIT);
        int list = end + Long.BYTES;
        end = WireWriter.structList(message, struct, end, published.size(), Farewell.DATA_WORDS, 0, LIMIT);
        for (AnnouncedType type : published) {
            WireWriter.int64(message, list, type.typeId());
            WireWriter.int64(message, list + 8, type.last());
            list += Farewell.DATA_WORDS * Long.BYTES;
        }
        return end;
    }

    private void send(int end, int tag, long epochNanos, @Nullable SocketAddress destination) {
        MessageLayout.writeControlHeader(message, end, tag, sender, epochNanos);
        output.send(message, end, destination);
    }
}

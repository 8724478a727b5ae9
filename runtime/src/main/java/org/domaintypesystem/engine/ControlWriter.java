package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.List;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** Writes announcements and farewells of one node, as many datagrams as they take. For one thread at a time. */
final class ControlWriter {
    private static final int LIMIT = MessageLayout.MAX_UNCUT;

    /** The bytes of an announcement without types and names, the tag of its list included. */
    private static final int FIXED = (Announcement.DATA_WORDS + Announcement.POINTERS + 1) * Long.BYTES;

    /** The bytes of a type without its name. */
    private static final int EACH = (Announcement.TYPE_DATA_WORDS + Announcement.TYPE_POINTERS) * Long.BYTES;

    private final long sender;
    private final String node;
    private final String host;
    private final long pid;
    private final ControlOutput output;
    private final byte[] message = new byte[LIMIT];

    ControlWriter(long sender, String node, String host, long pid, ControlOutput output) {
        this.sender = sender;
        this.node = Announcement.cut(node, Announcement.MAX_NODE_NAME);
        this.host = Announcement.cut(host, Announcement.MAX_NODE_NAME);
        this.pid = pid;
        this.output = output;
    }

    /**
     * Announces types, in at least one datagram.
     *
     * @param types their names not longer than announced ones are
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

    /** How many types fit into a datagram. */
    private int fitting(List<AnnouncedType> types, int from) {
        int free = LIMIT - MessageLayout.CONTENT - FIXED - textBytes(node) - textBytes(host);
        int count = 0;
        while (from + count < types.size()) {
            free -= EACH + textBytes(types.get(from + count).name());
            if (free < 0) {
                break;
            }
            count++;
        }
        return count;
    }

    /** What a text takes at most. */
    private static int textBytes(String text) {
        int bytes = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return (bytes + Long.BYTES - 1) & -Long.BYTES;
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
            list += EACH;
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

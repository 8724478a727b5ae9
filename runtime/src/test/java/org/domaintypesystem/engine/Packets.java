package org.domaintypesystem.engine;

import java.io.ByteArrayOutputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** Messages as bytes, for tests. */
public final class Packets {
    private Packets() {}

    /** A usual message, whose payload is a struct of one word. */
    public static byte[] message(long sender, long typeId, long sequence, long value) {
        byte[] bytes = new byte[MessageLayout.CONTENT + Long.BYTES];
        int end = WireWriter.struct(bytes, MessageLayout.BODY, MessageLayout.CONTENT, 1, 0, bytes.length);
        WireWriter.int64(bytes, MessageLayout.CONTENT, value);
        MessageLayout.writeHeader(bytes, end, sender, typeId, 0, 0);
        MessageLayout.writeSequence(bytes, sequence);
        return bytes;
    }

    /** A message without its sequence, whose payload is a struct of these words. */
    public static byte[] unnumbered(long sender, long typeId, long timestamp, long... payload) {
        byte[] bytes = new byte[MessageLayout.CONTENT + payload.length * Long.BYTES];
        int end = WireWriter.struct(bytes, MessageLayout.BODY, MessageLayout.CONTENT, payload.length, 0, bytes.length);
        for (int i = 0; i < payload.length; i++) {
            WireWriter.int64(bytes, MessageLayout.CONTENT + i * Long.BYTES, payload[i]);
        }
        MessageLayout.writeHeader(bytes, end, sender, typeId, 0, timestamp);
        return bytes;
    }

    /** A message whose payload is a struct of one pointer, to these bytes. */
    public static byte[] withData(long sender, long typeId, long sequence, byte[] data) {
        byte[] bytes = new byte[MessageLayout.CONTENT + Long.BYTES + (data.length + 7) / Long.BYTES * Long.BYTES];
        int struct = MessageLayout.CONTENT;
        int end = WireWriter.struct(bytes, MessageLayout.BODY, struct, 0, 1, bytes.length);
        end = WireWriter.data(bytes, struct, data, end, bytes.length);
        MessageLayout.writeHeader(bytes, end, sender, typeId, 0x5c5c, 77);
        MessageLayout.writeSequence(bytes, sequence);
        return bytes;
    }

    /** What a message is cut into. */
    public static List<byte[]> fragments(byte[] message) {
        return fragments(message, 0);
    }

    /** What a message is cut into if each fragment gets longer by so many bytes. */
    public static List<byte[]> fragments(byte[] message, int overhead) {
        Fragmenter fragmenter = new Fragmenter(overhead);
        List<byte[]> fragments = new ArrayList<>();
        fragmenter.begin(message, message.length);
        while (fragmenter.next()) {
            fragments.add(Arrays.copyOf(fragmenter.bytes(), fragmenter.length()));
        }
        return fragments;
    }

    /** An engine that listens to large messages of no body but payloads, and to messages of any shape. */
    public static Inbound inbound(Counters counters, ControlInput control) {
        Reassemblies reassemblies = new Reassemblies(1 << 24, counters, () -> 0, 1);
        return new Inbound(
                counters,
                control,
                reassemblies,
                (body, typeId, schemaId, sender) -> false,
                (typeId, schemaId, sender, source) -> Readability.READABLE,
                repairs(counters, reassemblies),
                Gate.open(text -> {}));
    }

    /** For an engine that asks nobody for what it misses. */
    static Repairs repairs(Counters counters, Reassemblies reassemblies) {
        Repairs.Nodes nobody = new Repairs.Nodes() {
            @Override
            public @Nullable SocketAddress addressOf(long sender) {
                return null;
            }

            @Override
            public int listenersOf(long typeId) {
                return 1;
            }
        };
        return new Repairs(
                1, nobody, (message, length, destination) -> {}, counters, reassemblies, () -> 0, 10_000_000_000L, 1);
    }

    /** One after the other. */
    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A single segment of these words, framed. */
    static byte[] segment(long... words) {
        ByteBuffer bytes = ByteBuffer.allocate((words.length + 1) * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0).putInt(words.length);
        Arrays.stream(words).forEach(bytes::putLong);
        return bytes.array();
    }

    /** First word of the header of a payload message. */
    static long word0() {
        return MessageLayout.MAGIC | MessageLayout.VERSION << 16;
    }

    /** Pointer to a struct that lies {@code offset} words behind it. */
    static long structPointer(int offset, int dataWords, int pointers) {
        return (long) offset << 2 & 0xFFFF_FFFFL | (long) dataWords << 32 | (long) pointers << 48;
    }
}

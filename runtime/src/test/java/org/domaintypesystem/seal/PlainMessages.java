package org.domaintypesystem.seal;

import java.util.Arrays;
import java.util.Random;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireWriter;

/** Messages that are to be sealed, for tests. */
public final class PlainMessages {
    static final long SENDER = 0x0123456789abcdefL;
    static final long TYPE = 0xc4823d37f52fcc19L;
    static final int HEARTBEAT = 7;

    private PlainMessages() {}

    /** A message whose body is a struct of these words. */
    static byte[] message(int tag, int flags, long typeId, long sequence, long... body) {
        return message(SENDER, tag, flags, typeId, sequence, 1_700_000_000_123_456_789L, body);
    }

    /** Likewise. */
    public static byte[] message(
            long sender, int tag, int flags, long typeId, long sequence, long timestamp, long... body) {
        byte[] bytes = new byte[SealedLayout.CONTENT + body.length * Long.BYTES];
        WireWriter.struct(bytes, SealedLayout.BODY, SealedLayout.CONTENT, body.length, 0, bytes.length);
        for (int i = 0; i < body.length; i++) {
            WireWriter.int64(bytes, SealedLayout.CONTENT + i * Long.BYTES, body[i]);
        }
        header(bytes, sender, tag, flags, typeId, sequence, timestamp);
        return bytes;
    }

    private static void header(
            byte[] bytes, long sender, int tag, int flags, long typeId, long sequence, long timestamp) {
        Framing.write(bytes, 0, bytes.length);
        WireWriter.int64(bytes, SealedLayout.ROOT, SealedLayout.ROOT_POINTER);
        WireWriter.int64(
                bytes,
                SealedLayout.HEADER,
                SealedLayout.MAGIC | SealedLayout.VERSION << 16 | (long) flags << 32 | (long) tag << 48);
        WireWriter.int64(bytes, SealedLayout.HEADER + SealedLayout.SENDER, sender);
        WireWriter.int64(bytes, SealedLayout.HEADER + SealedLayout.TYPE_ID, typeId);
        WireWriter.int64(bytes, SealedLayout.HEADER + SealedLayout.SCHEMA_ID, 0x1122334455667788L);
        WireWriter.int64(bytes, SealedLayout.HEADER + SealedLayout.SEQUENCE, sequence);
        WireWriter.int64(bytes, SealedLayout.HEADER + SealedLayout.TIMESTAMP, timestamp);
    }

    static byte[] payload(long sequence, long... body) {
        return message(SealedLayout.PAYLOAD, 0, TYPE, sequence, body);
    }

    /** Two messages, their structs first and the list that points back to them behind. */
    static byte[] batch(long sequence, long first, long second) {
        byte[] bytes = new byte[SealedLayout.CONTENT + 7 * Long.BYTES];
        int list = SealedLayout.CONTENT + 2 * Long.BYTES;
        WireWriter.int64(bytes, SealedLayout.CONTENT, first);
        WireWriter.int64(bytes, SealedLayout.CONTENT + Long.BYTES, second);
        WireWriter.structList(bytes, SealedLayout.BODY, list, 2, 1, 1, bytes.length);
        for (int i = 0; i < 2; i++) {
            int item = list + Long.BYTES + i * 2 * Long.BYTES;
            WireWriter.int64(bytes, item, 1000L * i);
            WireWriter.struct(bytes, item + Long.BYTES, SealedLayout.CONTENT + i * Long.BYTES, 1, 0, bytes.length);
        }
        header(bytes, SENDER, SealedLayout.BATCH, 0, TYPE, sequence, 1_700_000_000_123_456_789L);
        return bytes;
    }

    /** A part of a message. */
    static byte[] fragment(long sequence, int body, int flags, int index, int count, byte[] chunk) {
        int struct = SealedLayout.CONTENT;
        int list = struct + 4 * Long.BYTES;
        byte[] bytes = new byte[list + (chunk.length + 7) / Long.BYTES * Long.BYTES];
        WireWriter.struct(bytes, SealedLayout.BODY, struct, 3, 1, bytes.length);
        WireWriter.int64(bytes, struct, (long) chunk.length * count | (long) chunk.length * index << 32);
        WireWriter.int64(bytes, struct + SealedLayout.INDEX, index | (long) count << 32);
        WireWriter.int64(bytes, struct + SealedLayout.OF_BODY, body);
        WireWriter.data(bytes, struct + 3 * Long.BYTES, chunk, list, bytes.length);
        header(bytes, SENDER, SealedLayout.FRAGMENT, flags, TYPE, sequence, 1_700_000_000_123_456_789L);
        return bytes;
    }

    static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** A message, sealed. */
    public static byte[] sealed(Sealer sealer, byte[] message) {
        byte[] out = new byte[message.length + Sealer.OVERHEAD];
        int end = sealer.seal(message, 0, message.length, out, 0);
        return Arrays.copyOf(out, end);
    }
}

package org.domaintypesystem.testkit.repair;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What somebody could say about what is missing who is not who it claims to be. */
final class Forgery {
    private static final int HEARTBEAT = 7;
    private static final int NAK = 8;
    private static final int GAP = 9;
    private static final int HEADER_BYTES = 72;
    private static final long HEADER_POINTER = 0x0001_0006_0000_0000L;
    private static final long TWO_WORDS = 0x0000_0002_0000_0000L;

    /** Of each run: two numbers, and a pointer to a list. */
    private static final int RUN_WORDS = 3;

    private final long sender;
    private final long typeId;
    private long sequence = 1_000_000;

    /**
     * @param sender who it claims to be
     */
    Forgery(long sender, long typeId) {
        this.sender = sender;
        this.typeId = typeId;
    }

    byte[] heartbeat(long firstRetained, long last) {
        return message(HEARTBEAT, TWO_WORDS, firstRetained, last);
    }

    byte[] gap(long first, long count) {
        return message(GAP, TWO_WORDS, first, count);
    }

    /** Asks for so many runs of messages, one behind the other. */
    byte[] nak(long first, long count, int runs) {
        long[] words = new long[1 + runs * RUN_WORDS];
        words[0] = (long) runs << 2 | 0x0001_0002_0000_0000L;
        for (int i = 0; i < runs; i++) {
            words[1 + i * RUN_WORDS] = first + i * count;
            words[2 + i * RUN_WORDS] = count;
        }
        return message(NAK, 1L | (7L | (long) runs * RUN_WORDS << 3) << Integer.SIZE, words);
    }

    private byte[] message(int tag, long pointer, long... words) {
        sequence++;
        ByteBuffer message = ByteBuffer.allocate(HEADER_BYTES + words.length * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(HEADER_BYTES / Long.BYTES - 1 + words.length)
                .putLong(HEADER_POINTER)
                .put(new byte[] {'D', 'T', 1, 0, 0, 0, (byte) tag, 0})
                .putLong(sender)
                .putLong(typeId)
                .putLong(0)
                .putLong(sequence)
                .putLong(sequence)
                .putLong(pointer);
        for (long word : words) {
            message.putLong(word);
        }
        return message.array();
    }

    /** Whether a datagram is one in which somebody asks for something. */
    static boolean isNak(byte[] datagram) {
        return datagram.length > HEADER_BYTES && datagram[22] == NAK;
    }

    static boolean isHeartbeat(byte[] datagram) {
        return datagram.length > HEADER_BYTES && datagram[22] == HEARTBEAT;
    }
}

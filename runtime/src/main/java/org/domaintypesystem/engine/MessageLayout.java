package org.domaintypesystem.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.seal.Sealer;

/**
 * The usual form of a message, see {@code META-INF/dts/dts.capnp}: a single segment, the root first in it, every field
 * at a fixed offset in bytes from the message's start.
 */
public final class MessageLayout {
    public static final int MAGIC = 0x5444;
    public static final int VERSION = 1;

    /** Largest datagram that is sent, everything included: it fits every Ethernet, some tunnels included, unfragmented. */
    public static final int MAX_DATAGRAM = 1408;

    /** Largest message of those between nodes that are not cut: so much leaves in a datagram whether or not it is sealed. */
    static final int MAX_UNCUT = MAX_DATAGRAM - Sealer.OVERHEAD;

    public static final int ROOT = Framing.BYTES;
    public static final int WORD_0 = ROOT + Long.BYTES;
    public static final int SENDER = WORD_0 + Long.BYTES;
    public static final int TYPE_ID = SENDER + Long.BYTES;
    public static final int SCHEMA_ID = TYPE_ID + Long.BYTES;
    public static final int SEQUENCE = SCHEMA_ID + Long.BYTES;
    public static final int TIMESTAMP = SEQUENCE + Long.BYTES;

    /** The body's pointer. */
    public static final int BODY = TIMESTAMP + Long.BYTES;

    /** Where the body's content begins, and the size of a message without any. */
    public static final int CONTENT = BODY + Long.BYTES;

    /** The union tags of the bodies that are known here. */
    static final int PAYLOAD = 0;

    static final int BATCH = 1;
    static final int FRAGMENT = 3;
    static final int SEALED = 4;
    static final int QUERY = 5;
    static final int REPLY = 6;
    static final int HEARTBEAT = 7;
    static final int NAK = 8;
    static final int GAP = 9;
    static final int ANNOUNCE = 10;
    static final int SCHEMA_REQUEST = 11;
    static final int SCHEMA = 12;
    static final int BYE = 13;
    static final int CHALLENGE = 14;
    static final int RESPONSE = 15;
    static final int LAST_VALUES_REQUEST = 16;
    static final int LAST_VALUES = 17;

    /** The flag of a copy of the latest message of a subject. */
    static final int LAST_VALUE = 1;

    /** The flag of a message that its sender keeps for a while, to send it again to those who miss it. */
    static final int REPAIRABLE = 2;

    static final int DATA_WORDS = 6;
    static final int POINTERS = 1;

    /** Pointer to a root that lies at once behind it. */
    static final long COMMON_ROOT = (long) DATA_WORDS << 32 | (long) POINTERS << 48;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FLAGS = WORD_0 + Integer.BYTES;
    private static final int TAG = FLAGS + Short.BYTES;

    private static final long PAYLOAD_WORD_0 = MAGIC | VERSION << 16 | (long) PAYLOAD << 48;

    private MessageLayout() {}

    /**
     * Writes what is known of a message once its payload has been written: everything but the sequence.
     *
     * @param message the message, from index 0 on
     * @param end index behind the payload
     * @param timestamp nanoseconds since the epoch
     */
    public static void writeHeader(byte[] message, int end, long sender, long typeId, long schemaId, long timestamp) {
        Framing.write(message, 0, end);
        WireWriter.int64(message, ROOT, COMMON_ROOT);
        WireWriter.int64(message, WORD_0, PAYLOAD_WORD_0);
        WireWriter.int64(message, SENDER, sender);
        WireWriter.int64(message, TYPE_ID, typeId);
        WireWriter.int64(message, SCHEMA_ID, schemaId);
        WireWriter.int64(message, TIMESTAMP, timestamp);
    }

    /** Writes the header of a message that concerns no single type, once its body has been written. */
    static void writeControlHeader(byte[] message, int end, int tag, long sender, long timestamp) {
        writeHeader(message, end, tag, sender, 0, 0, timestamp);
    }

    /** Writes the header of a message that concerns a type and is none of it, once its body has been written. */
    static void writeHeader(byte[] message, int end, int tag, long sender, long typeId, long schemaId, long timestamp) {
        writeHeader(message, end, sender, typeId, schemaId, timestamp);
        WireWriter.int64(message, WORD_0, MAGIC | VERSION << 16 | (long) tag << 48);
    }

    /** Whether a message has a payload, and not another body. */
    static boolean isPayload(byte[] message) {
        return message[TAG] == PAYLOAD && message[TAG + 1] == 0;
    }

    /** Makes a payload's header that of a batch, with the same flags. */
    static void writeBatchTag(byte[] message) {
        message[TAG] = BATCH;
    }

    /** Says in a payload's header that the message is kept for those who miss it. */
    public static void markRepairable(byte[] message) {
        message[FLAGS] |= REPAIRABLE;
    }

    /** Makes a message that begins at an index a copy for one who asks. */
    static void markLastValue(byte[] message, int start) {
        message[start + FLAGS] |= LAST_VALUE;
    }

    /** The sequence of a message. */
    static long sequence(byte[] message) {
        return (long) LONG.get(message, SEQUENCE);
    }

    /** Numbers a message that is about to leave. */
    public static void writeSequence(byte[] message, long sequence) {
        WireWriter.int64(message, SEQUENCE, sequence);
    }
}

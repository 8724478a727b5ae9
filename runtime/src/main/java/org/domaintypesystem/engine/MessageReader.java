package org.domaintypesystem.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.SocketAddress;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.SegmentJoiner;
import org.domaintypesystem.codec.WireReader;
import org.jspecify.annotations.Nullable;

/** Walks through the messages of a datagram that nobody vouches for. */
final class MessageReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Offset in bytes from the root struct's start, of the field that {@link MessageLayout} places from the message's. */
    private static final int IN_ROOT = MessageLayout.WORD_0;

    /** More than that are not sent in one batch: they would not fit into the largest datagram that is. */
    private static final int MAX_ITEMS = 1024;

    private final InboundMessage message = new InboundMessage();
    private byte[] buffer = {};
    private int messageStart;

    /** The large message that is shown, if one is. */
    private byte @Nullable [] whole;

    private int position;
    private int end;

    /** The batch that is being walked through. */
    private long items;

    private int itemCount;
    private int nextItem;
    private long batchTime;

    /** Begins with a datagram, that lies from index 0 on. */
    void datagram(byte[] bytes, int length) {
        this.buffer = bytes;
        this.position = 0;
        this.end = length;
        this.itemCount = 0;
        this.nextItem = 0;
    }

    boolean hasNext() {
        return nextItem < itemCount || position < end;
    }

    /** The message that {@link #next} found. */
    InboundMessage message() {
        return message;
    }

    /**
     * Goes to the next message.
     *
     * @return null if {@link #message} shows it and its payload is within bounds; otherwise why it is dropped
     */
    @Nullable
    Counter next() {
        if (nextItem < itemCount) {
            showItem(nextItem++);
            message.sequence++;
            return null;
        }
        int at = position;
        messageStart = at;
        whole = null;
        if (end - at < Framing.BYTES + Long.BYTES) {
            position = end;
            return Counter.MALFORMED;
        }
        long framing = (long) LONG.get(buffer, at);
        if ((int) framing != 0) {
            return joinSegments(at, (framing & 0xFFFF_FFFFL) + 1);
        }
        long size = framing >>> 32 << 3;
        int start = at + Framing.BYTES;
        if (size > end - start || size < Long.BYTES) {
            position = end;
            return Counter.MALFORMED;
        }
        position = start + (int) size;
        message.show(buffer, start, position);
        try {
            boolean usual = (long) LONG.get(buffer, start) == MessageLayout.COMMON_ROOT
                    && size >= MessageLayout.CONTENT - Framing.BYTES;
            return usual ? readUsual(at) : readAnyLayout();
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
    }

    /** The fast path: every field at its offset, all of them known to be there. */
    private @Nullable Counter readUsual(int at) {
        Counter refused = refusal((long) LONG.get(buffer, at + MessageLayout.WORD_0));
        if (refused != null) {
            return refused;
        }
        message.sender = (long) LONG.get(buffer, at + MessageLayout.SENDER);
        message.typeId = (long) LONG.get(buffer, at + MessageLayout.TYPE_ID);
        message.schemaId = (long) LONG.get(buffer, at + MessageLayout.SCHEMA_ID);
        message.sequence = (long) LONG.get(buffer, at + MessageLayout.SEQUENCE);
        message.timestamp = (long) LONG.get(buffer, at + MessageLayout.TIMESTAMP);
        return message.tag == MessageLayout.BATCH ? readBatch(message.root()) : null;
    }

    /** Any legal place of the root, and a header of an older or a newer sender. */
    private @Nullable Counter readAnyLayout() {
        WireReader in = message.reader();
        long root = message.root();
        Counter refused = refusal(in.int64(root, 0));
        if (refused != null) {
            return refused;
        }
        message.sender = in.int64(root, MessageLayout.SENDER - IN_ROOT);
        message.typeId = in.int64(root, MessageLayout.TYPE_ID - IN_ROOT);
        message.schemaId = in.int64(root, MessageLayout.SCHEMA_ID - IN_ROOT);
        message.sequence = in.int64(root, MessageLayout.SEQUENCE - IN_ROOT);
        message.timestamp = in.int64(root, MessageLayout.TIMESTAMP - IN_ROOT);
        return message.tag == MessageLayout.BATCH ? readBatch(root) : null;
    }

    /** Goes to the first message of a batch; the others come next. */
    private @Nullable Counter readBatch(long root) {
        items = message.reader().structList(root, 0);
        itemCount = message.reader().count(items);
        if (itemCount == 0 || itemCount > MAX_ITEMS) {
            itemCount = 0;
            return Counter.MALFORMED;
        }
        batchTime = message.timestamp;
        nextItem = 1;
        showItem(0);
        return null;
    }

    private void showItem(int index) {
        long item = message.reader().element(items, index);
        message.timestamp = batchTime + (message.reader().int32(item, 0) & 0xFFFF_FFFFL);
        message.showItem(item);
    }

    private @Nullable Counter refusal(long word0) {
        if ((word0 & 0xFFFF) != MessageLayout.MAGIC) {
            return Counter.FOREIGN;
        }
        if ((word0 >>> 16 & 0xFF) != MessageLayout.VERSION) {
            return Counter.OTHER_VERSION;
        }
        message.flags = (int) (word0 >>> 32) & 0xFFFF;
        message.tag = (int) (word0 >>> 48);
        return switch (message.tag) {
            case MessageLayout.PAYLOAD,
                    MessageLayout.BATCH,
                    MessageLayout.FRAGMENT,
                    MessageLayout.SEALED,
                    MessageLayout.QUERY,
                    MessageLayout.REPLY,
                    MessageLayout.HEARTBEAT,
                    MessageLayout.NAK,
                    MessageLayout.GAP,
                    MessageLayout.ANNOUNCE,
                    MessageLayout.SCHEMA_REQUEST,
                    MessageLayout.SCHEMA,
                    MessageLayout.BYE,
                    MessageLayout.CHALLENGE,
                    MessageLayout.RESPONSE,
                    MessageLayout.LAST_VALUES_REQUEST,
                    MessageLayout.LAST_VALUES -> null;
            default -> Counter.UNKNOWN_BODY;
        };
    }

    /** Whether {@link #message} shows a large message, that was put together. */
    boolean isWhole() {
        return whole != null;
    }

    /** How large what {@link #message} came in is, all messages of a batch together. */
    int size() {
        return whole == null ? position - messageStart : whole.length;
    }

    /** How many messages follow each other in what {@link #message} came in, from that on. */
    int count() {
        return 1 + itemCount - nextItem;
    }

    /** Goes behind what {@link #message} came in, all messages of a batch together. */
    void skip() {
        nextItem = itemCount;
    }

    /** Goes behind all that is in the datagram. */
    void skipAll() {
        skip();
        position = end;
    }

    /** Copies what {@link #message} came in, and goes behind it; not if {@linkplain #isWhole it was put together}. */
    byte[] takeOut() {
        skip();
        return Arrays.copyOfRange(buffer, messageStart, position);
    }

    /** Takes out {@link #message} and those that follow it in a batch, and goes behind it. */
    HeldBack holdBack(SocketAddress source) {
        long first = message.sequence;
        if (whole != null) {
            return new HeldBack(first, first + 1, whole, message.header(), message.receivedAt, source);
        }
        return new HeldBack(first, first + count(), takeOut(), null, message.receivedAt, source);
    }

    /** Shows a large message that was taken out. */
    void show(InboundMessage.Header header, byte[] large) {
        message.setHeader(header);
        show(large, MessageLayout.PAYLOAD);
    }

    private void show(byte[] single, int body) {
        whole = single;
        message.showStandAlone(single, Framing.BYTES, single.length, body);
    }

    /**
     * Has {@link #message} show, with the header that it has, a message that was put together of fragments.
     *
     * @param parts in the standard framing
     * @throws DecodeException if it is not
     */
    void showWhole(byte[] parts, int body) {
        long framing = (long) LONG.get(parts, 0);
        byte[] single = (int) framing == 0 ? parts : SegmentJoiner.join(parts, 0, parts.length);
        if ((long) LONG.get(single, 0) >>> 32 << 3 != single.length - Framing.BYTES) {
            throw new DecodeException("a large message whose framing does not fit its size");
        }
        show(single, body);
    }

    /** Reads a message of several segments, whose sizes stand behind their number, padded to a word. */
    private @Nullable Counter joinSegments(int at, long segments) {
        long behind = at + ((segments >>> 1) + 1) * Long.BYTES;
        for (long segment = 0; segment < segments && behind <= end; segment++) {
            long words = (int) INT.get(buffer, at + (int) (segment + 1) * Integer.BYTES) & 0xFFFF_FFFFL;
            behind += words << 3;
        }
        if (behind > end) {
            position = end;
            return Counter.MALFORMED;
        }
        position = (int) behind;
        try {
            byte[] joined = SegmentJoiner.join(buffer, at, position - at);
            message.show(joined, Framing.BYTES, joined.length);
            return readAnyLayout();
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
    }
}

package org.domaintypesystem.engine;

import java.util.Objects;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.WireReader;

/** A part of a large message: what it is of, and where it belongs. One object that shows one fragment after another. */
final class Fragment {
    static final int DATA_WORDS = 3;
    static final int POINTERS = 1;

    /** Offsets in bytes in the struct. */
    static final int MESSAGE_SIZE = 0;

    static final int OFFSET = 4;
    static final int INDEX = 8;
    static final int COUNT = 12;
    static final int BODY = 16;

    /** A framing and a pointer. */
    private static final int SMALLEST_MESSAGE = 16;

    /**
     * What all fragments of a message have in common. Those that differ in any of it are of different messages: so one that is
     * forged does no harm to the genuine ones, unless it agrees with them in everything.
     */
    record Whole(
            long sender,
            long typeId,
            long schemaId,
            long sequence,
            long timestamp,
            int flags,
            int body,
            int size,
            int count) {}

    private final int mostBytes;
    private InboundMessage message = new InboundMessage();
    private long struct;
    private int size;
    private int count;

    int body;
    int index;
    int offset;
    int length;

    /**
     * @param mostBytes how large a message may be
     */
    Fragment(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Shows the fragment that a message is.
     *
     * @throws DecodeException if it cannot be a part of a message
     */
    void show(InboundMessage from) {
        WireReader in = from.reader();
        message = from;
        struct = from.payload();
        size = in.int32(struct, MESSAGE_SIZE);
        offset = in.int32(struct, OFFSET);
        index = in.int32(struct, INDEX);
        count = in.int32(struct, COUNT);
        body = in.uint16(struct, BODY);
        length = in.count(in.listInPlace(struct, 0, ElementSize.BYTE));
        if (!isWithinBounds() || body == MessageLayout.FRAGMENT || body == MessageLayout.BATCH) {
            throw new DecodeException("a fragment that contradicts itself");
        }
    }

    /** What is above 2³¹ - 1 is negative here. */
    private boolean isWithinBounds() {
        return size >= SMALLEST_MESSAGE
                && size <= mostBytes
                && offset >= 0
                && length > 0
                && length <= size - offset
                && index >= 0
                && index < count
                && index <= offset
                && (index == 0) == (offset == 0)
                && (index == count - 1) == (offset + length == size);
    }

    boolean isOf(Whole whole) {
        return whole.sequence == message.sequence
                && whole.sender == message.sender
                && whole.typeId == message.typeId
                && whole.schemaId == message.schemaId
                && whole.timestamp == message.timestamp
                && whole.flags == message.flags
                && whole.body == body
                && whole.size == size
                && whole.count == count;
    }

    Whole whole() {
        return new Whole(
                message.sender,
                message.typeId,
                message.schemaId,
                message.sequence,
                message.timestamp,
                message.flags,
                body,
                size,
                count);
    }

    /** A copy of the bytes. */
    byte[] chunk() {
        return Objects.requireNonNull(message.reader().data(struct, 0));
    }
}

package org.domaintypesystem.engine;

import org.domaintypesystem.codec.WireReader;

/** A message that was just received. One object that shows one message after another. */
public final class InboundMessage {
    private final WireReader reader = new WireReader();
    private byte[] buffer = {};
    private int start;
    private int end;

    long sender;
    long typeId;
    long schemaId;
    long sequence;
    long timestamp;
    long receivedAt;

    InboundMessage() {}

    /** Shows a segment; the fields of the header are the caller's to set. */
    void show(byte[] bytes, int segmentStart, int segmentEnd) {
        this.buffer = bytes;
        this.start = segmentStart;
        this.end = segmentEnd;
    }

    public long sender() {
        return sender;
    }

    public long typeId() {
        return typeId;
    }

    public long schemaId() {
        return schemaId;
    }

    public long sequence() {
        return sequence;
    }

    /** When it was published, by the sender's clock, in nanoseconds since the epoch. */
    public long timestamp() {
        return timestamp;
    }

    /** When it was received, in nanoseconds since the epoch. */
    public long receivedAt() {
        return receivedAt;
    }

    /** The reader that {@link #payload} belongs to. */
    public WireReader reader() {
        return reader;
    }

    /**
     * The payload's struct, with a reader that starts anew: each one who reads it has the whole budget.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it lies out of the segment
     */
    public long payload() {
        return reader.struct(root(), 0);
    }

    long root() {
        return reader.segment(buffer, start, end).structAt(start);
    }
}

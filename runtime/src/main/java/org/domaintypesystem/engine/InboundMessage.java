package org.domaintypesystem.engine;

import org.domaintypesystem.codec.SegmentJoiner;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.seal.Opener;
import org.domaintypesystem.seal.Refusal;
import org.jspecify.annotations.Nullable;

/** A message that was just received. One object that shows one message after another. */
public final class InboundMessage {
    /** The body of a schema. */
    public static final int SCHEMA = MessageLayout.SCHEMA;

    /** What is said of a message besides its body. */
    record Header(long sender, long typeId, long schemaId, long sequence, long timestamp, long receivedAt, int flags) {}

    private static final long UNRESOLVED = -1;

    /** The payload is itself what the segment begins with. */
    private static final long STAND_ALONE = -2;

    private final WireReader reader = new WireReader();
    private byte[] buffer = {};
    private int start;
    private int end;
    /** The struct whose first pointer is the payload's; {@link #UNRESOLVED} for the root, or {@link #STAND_ALONE}. */
    private long parent;

    /** What may be spent on reading one of several messages in a segment; and the most that somebody has spent. */
    private long budget;

    private long spent;

    long sender;
    long typeId;
    long schemaId;
    long sequence;
    long timestamp;
    long receivedAt;
    int flags;
    boolean readable;
    int tag;

    InboundMessage() {}

    /** Shows a segment; the fields of the header are the caller's to set. */
    void show(byte[] bytes, int segmentStart, int segmentEnd) {
        this.buffer = bytes;
        this.start = segmentStart;
        this.end = segmentEnd;
        this.parent = UNRESOLVED;
        this.budget = WireReader.budgetOf(segmentEnd - segmentStart);
        this.spent = 0;
    }

    /** Shows the segment of a message that was cut, whose root is what the body's pointer would point at. */
    void showStandAlone(byte[] bytes, int segmentStart, int segmentEnd, int body) {
        show(bytes, segmentStart, segmentEnd);
        this.parent = STAND_ALONE;
        this.tag = body;
    }

    Header header() {
        return new Header(sender, typeId, schemaId, sequence, timestamp, receivedAt, flags);
    }

    void setHeader(Header header) {
        sender = header.sender();
        typeId = header.typeId();
        schemaId = header.schemaId();
        sequence = header.sequence();
        timestamp = header.timestamp();
        receivedAt = header.receivedAt();
        flags = header.flags();
    }

    /** Shows one of the messages in the segment, which have one budget together. */
    void showItem(long item) {
        settle();
        parent = item;
        budget -= spent;
        spent = 0;
    }

    /** What the last one who read the payload has spent. */
    private void settle() {
        spent = Math.max(spent, budget - reader.budget());
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

    /** Whether it asks those who publish a type: a {@link QueryMessage}. */
    public boolean isQuery() {
        return tag == MessageLayout.QUERY;
    }

    /** Whether it answers: a {@link ReplyMessage}. */
    public boolean isReply() {
        return tag == MessageLayout.REPLY;
    }

    /** Whether it is a schema or asks for one. */
    public boolean isAboutSchemas() {
        return tag == MessageLayout.SCHEMA_REQUEST || tag == MessageLayout.SCHEMA;
    }

    /** Whether those who were compiled with its type can read its shape. */
    public boolean isReadable() {
        return readable;
    }

    /** Whether it is a copy of the latest message of its subject, for one who has asked. */
    public boolean isLastValue() {
        return (flags & MessageLayout.LAST_VALUE) != 0;
    }

    /** Whether it asks for last values. */
    public boolean isLastValuesRequest() {
        return tag == MessageLayout.LAST_VALUES_REQUEST;
    }

    /** Whether it asks for last values, or says which there are. */
    public boolean isAboutLastValues() {
        return isLastValuesRequest() || tag == MessageLayout.LAST_VALUES;
    }

    /** Whether its sender keeps it for a while, for those who miss it. */
    public boolean isRepairable() {
        return (flags & MessageLayout.REPAIRABLE) != 0;
    }

    /** Whether it asks for what its sender misses. */
    public boolean isNak() {
        return tag == MessageLayout.NAK;
    }

    /** Whether it says what its sender keeps, asks for that, or says that it is gone. */
    public boolean isAboutRepairs() {
        return tag >= MessageLayout.HEARTBEAT && tag <= MessageLayout.GAP;
    }

    /** How large what it came in is, in bytes; others may have come in that, too. Of a large message: its own size. */
    public int size() {
        return end - start;
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
     * The payload's struct, or that of another body, with a reader that starts anew: each one who reads it has the whole budget.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it lies out of the segment
     */
    public long payload() {
        if (parent == UNRESOLVED) {
            return reader.struct(root(), 0);
        }
        if (parent == STAND_ALONE) {
            return root();
        }
        settle();
        reader.segment(buffer, start, end, budget);
        return reader.struct(parent, 0);
    }

    /**
     * A copy of the payload, or of what another body leads to, as a message of its own in the standard framing.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it does not lie in the segment
     */
    public byte[] copyPayload() {
        payload();
        if (parent == STAND_ALONE) {
            return SegmentJoiner.extract(buffer, start, end, start);
        }
        return reader.extract(parent == UNRESOLVED ? reader.structAt(start) : parent, 0);
    }

    /** Shows a sealed message to one who can open it; why it is dropped, or null. */
    @Nullable
    Refusal showTo(Opener opener) {
        return opener.show(buffer, start, end);
    }

    /** What the segment begins with. */
    long root() {
        return reader.segment(buffer, start, end).structAt(start);
    }
}

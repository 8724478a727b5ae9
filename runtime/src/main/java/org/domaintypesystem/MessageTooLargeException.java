package org.domaintypesystem;

/** A message that does not fit into a datagram. It was not sent and used up no sequence. */
public final class MessageTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long size;
    private final int limit;

    MessageTooLargeException(String type, long size, int limit, boolean exact) {
        super("a message of %s takes %s%d bytes with its header, the limit is %d"
                .formatted(type, exact ? "" : "more than ", size, limit));
        this.size = size;
        this.limit = limit;
    }

    /** Bytes of the whole datagram; of one above 16 MiB only that. */
    public long size() {
        return size;
    }

    /** How many bytes a datagram may have. */
    public int limit() {
        return limit;
    }
}

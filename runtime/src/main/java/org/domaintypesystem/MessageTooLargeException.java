package org.domaintypesystem;

/** A message that is larger than the node sends. It was not sent and used up no sequence. */
public final class MessageTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long size;
    private final int limit;

    MessageTooLargeException(String type, long size, boolean exact, int limit) {
        super(
                ("a message of %s takes %s%d bytes with its header, the limit is %d: publish it in parts, or have all nodes"
                                + " concerned join with Dts.builder().maxMessageSize(…) or the system property %s")
                        .formatted(type, exact ? "" : "more than ", size, limit, Settings.MAX_MESSAGE_SIZE));
        this.size = size;
        this.limit = limit;
    }

    /** Bytes of the whole message; of one that exceeds the limit by more than half of it, a number below that. */
    public long size() {
        return size;
    }

    /** How many bytes a message may have: {@link DtsBuilder#maxMessageSize}. */
    public int limit() {
        return limit;
    }
}

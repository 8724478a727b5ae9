package org.domaintypesystem;

import org.domaintypesystem.engine.MessageLayout;

/** A message that does not fit into a datagram. It was not sent and used up no sequence. */
public final class MessageTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long size;

    MessageTooLargeException(String type, long size, boolean exact) {
        super("a message of %s takes %s%d bytes with its header, the limit is %d"
                .formatted(type, exact ? "" : "more than ", size, MessageLayout.MAX_DATAGRAM));
        this.size = size;
    }

    /** Bytes of the whole datagram; of one above 16 MiB only that. */
    public long size() {
        return size;
    }

    /** How many bytes a datagram may have. */
    public int limit() {
        return MessageLayout.MAX_DATAGRAM;
    }
}

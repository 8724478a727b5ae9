package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What waits for those before it: a message or a batch as it came, a large message that is complete, or the note that some
 * messages will not come.
 */
final class HeldBack {
    /** What one costs besides its bytes, roughly. */
    static final int OVERHEAD = 128;

    private static final byte[] NOTHING = {};

    final long first;

    /** Index behind its last sequence. */
    final long end;

    /** In the standard framing. */
    final byte[] bytes;

    /** Of a large message, whose bytes have none; otherwise null. */
    final InboundMessage.@Nullable Header header;

    /** When it came, in nanoseconds since the epoch. */
    final long receivedAt;

    /** Where it came from; null if it did not. */
    final @Nullable SocketAddress source;

    /** The one behind it in its run; kept by {@link Backlog}. */
    @Nullable
    HeldBack next;

    HeldBack(
            long first,
            long end,
            byte[] bytes,
            InboundMessage.@Nullable Header header,
            long receivedAt,
            @Nullable SocketAddress source) {
        this.first = first;
        this.end = end;
        this.bytes = bytes;
        this.header = header;
        this.receivedAt = receivedAt;
        this.source = source;
    }

    /** Sequences that will not come. */
    static HeldBack gone(long first, long end) {
        return new HeldBack(first, end, NOTHING, null, 0, null);
    }

    int size() {
        return OVERHEAD + bytes.length;
    }
}

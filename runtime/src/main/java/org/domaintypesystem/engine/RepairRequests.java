package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is to be sent again: a bounded queue that one thread fills and another one empties, which may change. */
final class RepairRequests {
    /** How many there may be. */
    static final int CAPACITY = 4096;

    /** Some messages, or some parts of one, that somebody has asked for. */
    static final class Request {
        @Nullable
        RepairableStream stream;

        @Nullable
        SocketAddress source;

        /** Which of all NAKs it is of, and what of that: those of one NAK follow each other. */
        long nak;

        long first;
        long count;

        /** Some parts of one message, and not all of several. */
        boolean isOfParts;

        long firstPart;
        long parts;
    }

    private final @Nullable Request[] ring = new Request[CAPACITY];
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong tail = new AtomicLong();

    /** For any thread. */
    boolean isEmpty() {
        return head.get() == tail.get();
    }

    /** Whether there is room for so many. For the one that fills. */
    boolean hasRoom(int requests) {
        return tail.getPlain() + requests - head.get() <= CAPACITY;
    }

    /**
     * Adds one; there {@linkplain #hasRoom is room}.
     *
     * @param parts of one message; null: all messages as a whole
     */
    void add(
            RepairableStream stream,
            SocketAddress source,
            long nak,
            RepairMessages.Range messages,
            RepairMessages.@Nullable Range parts) {
        int slot = (int) tail.getPlain() & CAPACITY - 1;
        Request request = ring[slot];
        if (request == null) {
            request = new Request();
            ring[slot] = request;
        }
        request.stream = stream;
        request.source = source;
        request.nak = nak;
        request.first = messages.first();
        request.count = messages.count();
        request.isOfParts = parts != null;
        request.firstPart = parts == null ? 0 : parts.first();
        request.parts = parts == null ? 0 : parts.count();
        tail.lazySet(tail.getPlain() + 1);
    }

    /** The next one; null if there is none. For the one that empties. */
    @Nullable
    Request peek() {
        return isEmpty() ? null : ring[(int) head.getPlain() & CAPACITY - 1];
    }

    /** Takes the next one out. */
    void remove() {
        Request request = Objects.requireNonNull(peek());
        request.stream = null;
        request.source = null;
        head.lazySet(head.getPlain() + 1);
    }

    /** Behind the latest one that was added. For the one that fills. */
    long end() {
        return tail.getPlain();
    }

    /** Whether some of those before an {@link #end} are still there. For any thread. */
    boolean hasBefore(long position) {
        return head.get() < position;
    }
}

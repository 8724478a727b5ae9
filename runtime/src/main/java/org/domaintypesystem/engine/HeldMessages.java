package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages that wait for the schema of their shape, as they came. Bounded. For one thread at a time. */
final class HeldMessages {
    /** How many bytes wait of one shape, and of all. What finds no room is missing. */
    static final int MAX_BYTES = 1 << 20;

    static final int MAX_ALL_BYTES = 16 << 20;

    /** What one costs besides its bytes. */
    private static final int OVERHEAD = 64;

    /** What waits. */
    sealed interface Held {
        int size();
    }

    /** A message, a batch or a fragment. */
    static final class Message implements Held {
        /** In the standard framing. */
        final byte[] bytes;

        /** When it came, in nanoseconds since the epoch. */
        final long time;

        final SocketAddress source;

        private Message(byte[] bytes, long time, SocketAddress source) {
            this.bytes = bytes;
            this.time = time;
            this.source = source;
        }

        @Override
        public int size() {
            return OVERHEAD + bytes.length;
        }
    }

    /** The news of how far a sender had come. */
    record Last(long sender, long sequence) implements Held {
        @Override
        public int size() {
            return OVERHEAD;
        }
    }

    private static final class Queue {
        final List<Held> held = new ArrayList<>();
        final Set<Long> senders = new HashSet<>();
        int bytes;
    }

    private final Map<Shape, Queue> queues = new HashMap<>();
    private int bytes;

    /** Whether there is room for a message. */
    boolean hasRoom(Shape shape, int length) {
        Queue queue = queues.get(shape);
        return hasRoom(queue == null ? 0 : queue.bytes, OVERHEAD + length);
    }

    private boolean hasRoom(int taken, int size) {
        return taken + size <= MAX_BYTES && bytes + size <= MAX_ALL_BYTES;
    }

    /** Has a message wait for which {@linkplain #hasRoom there is room}. */
    void add(Shape shape, long sender, byte[] message, long time, SocketAddress source) {
        add(queues.computeIfAbsent(shape, any -> new Queue()), sender, new Message(message, time, source));
    }

    /** Whether messages of a sender and type wait. */
    boolean isWaiting(long typeId, long sender) {
        return queueOf(typeId, sender) != null;
    }

    private @Nullable Queue queueOf(long typeId, long sender) {
        if (queues.isEmpty()) {
            return null;
        }
        for (Map.Entry<Shape, Queue> entry : queues.entrySet()) {
            if (entry.getKey().typeId() == typeId && entry.getValue().senders.contains(sender)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /**
     * Has the news wait that a sender has published up to a sequence, behind its messages.
     *
     * @return whether any of its messages wait
     */
    boolean addLast(long typeId, long sender, long last) {
        Queue queue = queueOf(typeId, sender);
        Last news = new Last(sender, last);
        if (queue != null && hasRoom(queue.bytes, news.size())) {
            add(queue, sender, news);
        }
        return queue != null;
    }

    private void add(Queue queue, long sender, Held each) {
        queue.held.add(each);
        queue.senders.add(sender);
        queue.bytes += each.size();
        bytes += each.size();
    }

    /** Takes out all that waits for a shape, in the order in which it came. */
    List<Held> take(Shape shape) {
        Queue queue = queues.remove(shape);
        if (queue == null) {
            return List.of();
        }
        bytes -= queue.bytes;
        return queue.held;
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Has a message wait, if there is room. */
    boolean add(Shape shape, long sender, byte[] message, long time, SocketAddress source) {
        Queue queue = queues.computeIfAbsent(shape, any -> new Queue());
        return add(queue, sender, new Message(message, time, source));
    }

    /**
     * Has the news wait that a sender has published up to a sequence, behind its messages.
     *
     * @return whether any of its messages wait
     */
    boolean addLast(long typeId, long sender, long last) {
        if (queues.isEmpty()) {
            return false;
        }
        for (Map.Entry<Shape, Queue> entry : queues.entrySet()) {
            if (entry.getKey().typeId() == typeId && entry.getValue().senders.contains(sender)) {
                add(entry.getValue(), sender, new Last(sender, last));
                return true;
            }
        }
        return false;
    }

    private boolean add(Queue queue, long sender, Held each) {
        if (queue.bytes + each.size() > MAX_BYTES || bytes + each.size() > MAX_ALL_BYTES) {
            return false;
        }
        queue.held.add(each);
        queue.senders.add(sender);
        queue.bytes += each.size();
        bytes += each.size();
        return true;
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

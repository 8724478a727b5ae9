package org.domaintypesystem;

/** How messages get from the network to a {@link Listener}. */
public final class Delivery {
    /** How many messages wait at most for a listener that does not say otherwise. */
    public static final int DEFAULT_CAPACITY = 1024;

    private static final int MAX_CAPACITY = 1 << 24;
    private static final Delivery INLINE = new Delivery(0);
    private static final Delivery DEFAULT = new Delivery(DEFAULT_CAPACITY);

    /** 0: inline. */
    private final int capacity;

    private Delivery(int capacity) {
        this.capacity = capacity;
    }

    /** On a thread of the subscription's own, with a queue of {@link #DEFAULT_CAPACITY} messages. What fits nearly all. */
    public static Delivery queue() {
        return DEFAULT;
    }

    /**
     * On a thread of the subscription's own. When the queue is full, the newest messages are dropped, and the listener
     * is told: {@link Loss.Cause#SLOW_LISTENER}. No other listener is slowed down.
     *
     * @param capacity how many messages may wait, 1 to 16 777 216; about 40 bytes for each are taken at once, rounded
     *     up to a power of two, and the messages that wait come on top
     */
    public static Delivery queue(int capacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("a queue of " + capacity + ", expected 1 to " + MAX_CAPACITY);
        }
        return new Delivery(capacity);
    }

    /**
     * On the thread that receives for the whole node: the lowest latency, and while the listener runs nothing else is
     * received. For listeners that are done in microseconds and never block. The only delivery for views.
     */
    public static Delivery inline() {
        return INLINE;
    }

    boolean isInline() {
        return capacity == 0;
    }

    int capacity() {
        return capacity;
    }

    @Override
    public String toString() {
        return isInline() ? "inline" : "queue of " + capacity;
    }
}

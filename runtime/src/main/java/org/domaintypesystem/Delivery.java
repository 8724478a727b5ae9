package org.domaintypesystem;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.delivery.DeliveryQueue;
import org.domaintypesystem.delivery.DropNewest;
import org.domaintypesystem.delivery.DropOldest;
import org.domaintypesystem.delivery.LatestPerKey;
import org.jspecify.annotations.Nullable;

/**
 * How messages get from the network to a {@link Listener}, and what is dropped when it is slow. Immutable.
 *
 * <pre>{@code
 * Delivery.queue()                   // what fits nearly all
 * Delivery.queue(64).dropOldest()    // what is new counts more than what is complete
 * Delivery.latestPerKey()            // the state of each subject counts, not every change
 * Delivery.inline()                  // nothing waits, everything waits for the listener
 * }</pre>
 *
 * <p>All but the last have a thread for each subscription, so that a slow listener loses only its own messages. Whatever is
 * dropped is counted and the listener told: {@link Loss.Cause#SLOW_LISTENER}.
 */
public abstract sealed class Delivery {
    /** How many messages wait at most for a listener that does not say otherwise. */
    public static final int DEFAULT_CAPACITY = 1024;

    private static final int MAX_CAPACITY = 1 << 24;
    private static final Delivery INLINE = new Inline();
    private static final Queue DEFAULT = new Queue(DEFAULT_CAPACITY, false);

    private Delivery() {}

    /** On a thread of the subscription's own, with a queue of {@link #DEFAULT_CAPACITY} messages. What fits nearly all. */
    public static Queue queue() {
        return DEFAULT;
    }

    /**
     * On a thread of the subscription's own. When the queue is full, the newest messages are dropped, unless
     * {@link Queue#dropOldest} is asked for.
     *
     * @param capacity how many messages may wait, 1 to 16 777 216; about 40 bytes for each are taken at once, rounded
     *     up to a power of two, and the messages that wait come on top
     */
    public static Queue queue(int capacity) {
        return new Queue(checked(capacity), false);
    }

    /** As {@link #latestPerKey(int)}, for {@link #DEFAULT_CAPACITY} keys. */
    public static Delivery latestPerKey() {
        return latestPerKey(DEFAULT_CAPACITY);
    }

    /**
     * On a thread of the subscription's own, only the newest message of each key: a message takes the place of the one of
     * the same key that still waits, whoever sent that. For types with {@link DtsKey}.
     *
     * <p>Every key has its turn, however often others change; so the order of a sender's messages is kept for each key, not
     * among keys. What was superseded is what the listener does not want: it is counted, see
     * {@link Subscription#superseded}, and no {@link Loss}. Losses are told before all messages that wait.
     *
     * @param keys how many keys may wait, 1 to 16 777 216; when more do, the message that has waited for longest is
     *     dropped. About 60 bytes for each are taken at once, rounded up to a power of two
     */
    public static Delivery latestPerKey(int keys) {
        return new Latest(checked(keys));
    }

    /**
     * On the thread that receives for the whole node: the lowest latency, and while the listener runs nothing else is
     * received. For listeners that are done in microseconds and never block. The only delivery for views.
     */
    public static Delivery inline() {
        return INLINE;
    }

    private static int checked(int capacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("a queue of " + capacity + ", expected 1 to " + MAX_CAPACITY);
        }
        return capacity;
    }

    final boolean isInline() {
        return this == INLINE;
    }

    /**
     * A queue for one subscription; null for none.
     *
     * @param typeName for people
     * @param keys null if the type has none
     * @throws IllegalArgumentException if the type has no key and needs one
     */
    abstract <T> @Nullable DeliveryQueue<T> queueFor(
            String typeName, @Nullable Keyed<? super T> keys, DeliveryCounters counters);

    /** Messages that wait in the order in which they came. */
    public static final class Queue extends Delivery {
        private final int capacity;
        private final boolean dropsOldest;

        private Queue(int capacity, boolean dropsOldest) {
            this.capacity = capacity;
            this.dropsOldest = dropsOldest;
        }

        /**
         * When the queue is full, the oldest message that waits gives way to the new one: a slow listener is at most so many
         * messages behind. It may be told of a loss between any two messages.
         */
        public Queue dropOldest() {
            return new Queue(capacity, true);
        }

        /**
         * When the queue is full, new messages are dropped until a quarter is free again: what a slow listener hears is
         * without a gap for as long as it can be.
         */
        public Queue dropNewest() {
            return new Queue(capacity, false);
        }

        @Override
        <T> DeliveryQueue<T> queueFor(String typeName, @Nullable Keyed<? super T> keys, DeliveryCounters counters) {
            return dropsOldest
                    ? new DropOldest<>(capacity, counters.droppedOldest)
                    : new DropNewest<>(capacity, counters.droppedNewest);
        }

        @Override
        public String toString() {
            return "queue of " + capacity + (dropsOldest ? ", drops the oldest" : ", drops the newest");
        }
    }

    private static final class Latest extends Delivery {
        private final int keys;

        private Latest(int keys) {
            this.keys = keys;
        }

        @Override
        <T> DeliveryQueue<T> queueFor(String typeName, @Nullable Keyed<? super T> keyed, DeliveryCounters counters) {
            if (keyed != null) {
                return new LatestPerKey<>(keys, keyed, counters.droppedKeys, counters.superseded);
            }
            throw new IllegalArgumentException(
                    ("%s has no key by which to tell its messages apart: mark what says whom a message is about with"
                                    + " @DtsKey, or listen with Delivery.queue(1).dropOldest()")
                            .formatted(typeName));
        }

        @Override
        public String toString() {
            return "latest of each key, up to " + keys;
        }
    }

    private static final class Inline extends Delivery {
        @Override
        <T> @Nullable DeliveryQueue<T> queueFor(
                String typeName, @Nullable Keyed<? super T> keys, DeliveryCounters counters) {
            return null;
        }

        @Override
        public String toString() {
            return "inline";
        }
    }
}

package org.domaintypesystem.delivery;

/**
 * Takes messages and what became of others, in order. Times are nanoseconds since the epoch.
 *
 * @param <T> what a message has been read as
 */
public interface DeliverySink<T> {
    void message(T value, long sender, long sequence, long sourceTime, long receiveTime);

    /** A message that was there before the listener: the latest of its subject. Takes no place in the order. */
    default void lastValue(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        message(value, sender, sequence, sourceTime, receiveTime);
    }

    /** What became of {@code count} messages of a sender from {@code first} on, instead of being delivered. */
    void event(EventKind kind, long sender, long first, long count);
}

package org.domaintypesystem.delivery;

/**
 * Takes messages and what became of others, in order. Times are nanoseconds since the epoch.
 *
 * @param <T> what a message has been read as
 */
public interface DeliverySink<T> {
    void message(T value, long sender, long sequence, long sourceTime, long receiveTime);

    /** The network lost {@code count} messages of a sender from {@code first} on. */
    void missing(long sender, long first, long count);

    /** {@code count} messages of a sender from {@code first} on came, and were dropped since the queue was full. */
    void dropped(long sender, long first, long count);

    /** {@code count} messages reported missing came late. */
    void late(long sender, long first, long count);
}

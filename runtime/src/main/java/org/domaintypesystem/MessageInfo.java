package org.domaintypesystem;

import java.time.Instant;

/**
 * What is known about a message besides its content. Valid only during the {@link Listener#onMessage} call that it was
 * handed to: the next message reuses it.
 */
public interface MessageInfo {
    /** Who sent it: the {@link Dts#sender} of the node that published. A restarted node is another sender. */
    long sender();

    /** The message's number among those of its sender and type, from 1 on. */
    long sequence();

    /** When it was published, by the sender's clock: nanoseconds since the epoch. */
    long sourceTimeNanos();

    /** When it was published, by the sender's clock. Allocates. */
    default Instant sourceTime() {
        return EpochClock.instant(sourceTimeNanos());
    }

    /** When it was received here, by this host's clock: nanoseconds since the epoch. */
    long receiveTimeNanos();

    /** When it was received here, by this host's clock. Allocates. */
    default Instant receiveTime() {
        return EpochClock.instant(receiveTimeNanos());
    }

    /**
     * Whether this is what was already the latest message of its subject when the listener joined. A type that retains its
     * last values has those delivered first; they are delivered once, and never after a newer one of their subject. Losses,
     * and the order of a sender's messages, are about the others.
     */
    boolean isLastValue();

    /** Full name of its type, for example {@code brewery.Temperature}. */
    String typeName();
}

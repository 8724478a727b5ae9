package org.domaintypesystem;

/**
 * Messages that a listener does not get: sequences {@code first} to {@code first + count - 1} of one sender.
 *
 * @param typeName full name of their type, for example {@code brewery.Temperature}
 * @param sender as in {@link MessageInfo#sender}
 * @param first first sequence
 * @param count how many, at least 1
 * @param cause why
 */
public record Loss(String typeName, long sender, long first, long count, Cause cause) {
    /** Why messages are lost. */
    public enum Cause {
        /**
         * They did not arrive, though a later message of the sender, or what it says of itself, shows that they were sent; and
         * those of a reliable type could not be had again in time.
         */
        MISSING,
        /** They arrived, and were dropped since the listener's queue was full: it is slower than they come. */
        SLOW_LISTENER,
        /**
         * They arrived, and were written by a version of the type that this one cannot read: the log says once what differs,
         * and a {@code MismatchListener} is told.
         */
        INCOMPATIBLE
    }

    @Override
    public String toString() {
        return count == 1
                ? "1 message of %s, sequence %d of sender %016x: %s".formatted(typeName, first, sender, cause)
                : "%d messages of %s, from sequence %d of sender %016x on: %s"
                        .formatted(count, typeName, first, sender, cause);
    }
}

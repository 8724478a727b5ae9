package org.domaintypesystem.seal;

import org.jspecify.annotations.Nullable;

/**
 * Which of its counters a sender has numbered a message by. It follows from the body; a message that claims another kind is
 * none.
 */
public enum CounterKind {
    /** Messages of a type, batches of them, their fragments: numbered for each type. */
    DATA(0),
    /** What nodes tell each other: numbered for all types together. */
    CONTROL(1),
    /** Replies to queries, numbered for all queries together. */
    REPLY(2),
    /** Copies of last values, with the numbers of the originals: each time the same bytes. */
    COPY(3);

    /** As it stands in a message. */
    final int number;

    CounterKind(int number) {
        this.number = number;
    }

    /** Null if there is none of that number. */
    static @Nullable CounterKind of(int number) {
        return switch (number) {
            case 0 -> DATA;
            case 1 -> CONTROL;
            case 2 -> REPLY;
            case 3 -> COPY;
            default -> null;
        };
    }

    /**
     * The kind of a message.
     *
     * @param tag which body it has; of a fragment, which body the whole has
     */
    static CounterKind of(int tag, int flags) {
        return switch (tag) {
            case SealedLayout.PAYLOAD, SealedLayout.BATCH, SealedLayout.BYTES ->
                (flags & SealedLayout.LAST_VALUE) == 0 ? DATA : COPY;
            case SealedLayout.REPLY -> REPLY;
            default -> CONTROL;
        };
    }
}

package org.domaintypesystem.engine;

/** Takes what is to be delivered of one type. Called by whoever calls {@link Inbound#receive}, in the order of arrival. */
public interface InboundSink {
    /**
     * A message, newer than all delivered before of its sender.
     *
     * @param message valid during this call only
     */
    void message(InboundMessage message);

    /**
     * A copy of the latest message of its subject, as somebody has asked for. It may have been there before, and older ones
     * of its sender may still come.
     *
     * @param message valid during this call only
     */
    default void lastValue(InboundMessage message) {}

    /** Whether a copy of a message is waited for, so that it is worth putting together. */
    default boolean awaitsLastValue(long sender, long sequence) {
        return false;
    }

    /** Sequences {@code first} to {@code first + count - 1} of a sender are missing: as a later message shows, or since they are given up. */
    void missing(long sender, long first, long count);

    /** A message reported missing came, too late to be delivered. */
    void late(long sender, long sequence);

    /** A sender says what it has published so far: from now on, whatever comes after {@code last} is expected. */
    void known(long sender, long last);

    /** A sender is no longer remembered, to make room for another: its next message is like a first one. */
    void forgotten(long sender);
}

package org.domaintypesystem.engine;

/** A type that is listened to: what has been heard of its senders, and who takes it. */
public final class InboundType {
    /** How many senders of one type are told apart. */
    public static final int MAX_SENDERS = 4096;

    final InboundSink sink;
    final SenderTrackers senders;

    /**
     * @param seed a number that nobody outside can guess
     */
    public InboundType(InboundSink sink, long seed) {
        this(sink, seed, MAX_SENDERS);
    }

    InboundType(InboundSink sink, long seed, int maxSenders) {
        this.sink = sink;
        this.senders = new SenderTrackers(maxSenders, seed);
    }
}

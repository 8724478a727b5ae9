package org.domaintypesystem.engine;

import org.jspecify.annotations.Nullable;

/** A type that is listened to: what has been heard of its senders, and who takes it. */
public final class InboundType {
    /** How many senders of one type are told apart. */
    public static final int MAX_SENDERS = 4096;

    final InboundSink sink;
    final SenderTrackers senders;

    /** Senders that mean another type by the same id; null as long as there is none. */
    private @Nullable LongMap<Boolean> ignored;

    private final long seed;

    /**
     * @param seed a number that nobody outside can guess
     */
    public InboundType(InboundSink sink, long seed) {
        this(sink, seed, MAX_SENDERS);
    }

    InboundType(InboundSink sink, long seed, int maxSenders) {
        this.sink = sink;
        this.seed = seed;
        this.senders = new SenderTrackers(maxSenders, seed);
    }

    /** Drops the messages of a sender from now on. */
    void ignore(long sender) {
        if (ignored == null) {
            ignored = new LongMap<>(seed);
        }
        if (ignored.size() < MAX_SENDERS) {
            ignored.put(sender, true);
        }
    }

    boolean isIgnored(long sender) {
        return ignored != null && ignored.get(sender) != null;
    }
}

package org.domaintypesystem.engine;

import org.domaintypesystem.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side: takes datagrams apart, tells duplicates and gaps, and hands on what is listened to. For one thread
 * at a time.
 */
public final class Inbound {
    private final Counters counters;
    private final MessageReader reader = new MessageReader();

    public Inbound(Counters counters) {
        this.counters = counters;
    }

    /**
     * Takes a datagram.
     *
     * @param buffer the datagram, from index 0 on; read during this call only
     * @param length its size in bytes
     * @param now nanoseconds since the epoch
     * @param types what is listened to, by type id
     * @return whether everything in it was of this protocol and within its bounds
     */
    public boolean receive(byte[] buffer, int length, long now, LongMap<InboundType> types) {
        counters.increment(Counter.DATAGRAMS);
        if (length == 0) {
            counters.increment(Counter.MALFORMED);
        }
        boolean clean = length > 0;
        reader.datagram(buffer, length);
        while (reader.hasNext()) {
            Counter refused = reader.next();
            if (refused == null) {
                reader.message().receivedAt = now;
                refused = accept(reader.message(), types);
            }
            counters.increment(refused == null ? Counter.DELIVERED : refused);
            clean &= refused == null || !refused.isRejection();
        }
        return clean;
    }

    /** Delivers a message, or says why not. */
    private @Nullable Counter accept(InboundMessage message, LongMap<InboundType> types) {
        InboundType type = types.get(message.typeId);
        if (type == null) {
            return Counter.NOT_LISTENED;
        }
        if (message.sequence <= 0) {
            return Counter.IMPLAUSIBLE;
        }
        try {
            // Before it takes its place in the sequence: what cannot be read must not silence what can.
            message.payload();
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
        SenderTracker tracker = type.senders.heard(message.sender);
        if (tracker == null) {
            SenderTracker evicted = type.senders.add(message.sender, message.sequence);
            if (evicted != null) {
                counters.increment(Counter.EVICTED);
                type.sink.forgotten(evicted.sender);
            }
            type.sink.message(message);
            return null;
        }
        return deliver(message, type.sink, tracker);
    }

    private @Nullable Counter deliver(InboundMessage message, InboundSink sink, SenderTracker tracker) {
        switch (tracker.accept(message.sequence)) {
            case NEW -> sink.message(message);
            case NEW_AFTER_GAP -> {
                long first = tracker.missingFirst();
                counters.add(Counter.MISSING, message.sequence - first);
                sink.missing(message.sender, first, message.sequence - first);
                sink.message(message);
            }
            case LATE -> {
                sink.late(message.sender, message.sequence);
                return Counter.LATE;
            }
            case DUPLICATE -> {
                return Counter.DUPLICATE;
            }
            case STALE -> {
                return Counter.STALE;
            }
            case IMPLAUSIBLE -> {
                return Counter.IMPLAUSIBLE;
            }
        }
        return null;
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.domaintypesystem.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side: takes datagrams apart, tells duplicates and gaps, and hands on what is listened to. For one thread
 * at a time.
 */
public final class Inbound {
    private final Counters counters;
    private final MessageReader reader = new MessageReader();
    private final ControlInput control;
    private final Reassemblies reassemblies;
    private final LargeBodies largeBodies;
    private final Fragment fragment;
    private final Shapes shapes;
    private final HeldMessages held = new HeldMessages();

    /**
     * An engine for what comes in, that hands on what concerns no single type.
     *
     * @param reassemblies of this engine alone; whoever has them ticks them
     * @param shapes says which messages wait, until {@link #resolve}
     */
    public Inbound(
            Counters counters,
            ControlInput control,
            Reassemblies reassemblies,
            LargeBodies largeBodies,
            Shapes shapes) {
        this.counters = counters;
        this.control = control;
        this.reassemblies = reassemblies;
        this.largeBodies = largeBodies;
        this.shapes = shapes;
        this.fragment = new Fragment(reassemblies.maxMessageSize());
    }

    /**
     * Takes a datagram.
     *
     * @param buffer the datagram, from index 0 on; read during this call only
     * @param length its size in bytes
     * @param now nanoseconds since the epoch
     * @param types what is listened to, by type id
     * @param source where the datagram comes from
     * @return whether everything in it was of this protocol and within its bounds
     */
    public boolean receive(byte[] buffer, int length, long now, LongMap<InboundType> types, SocketAddress source) {
        counters.increment(Counter.DATAGRAMS);
        if (length == 0) {
            counters.increment(Counter.MALFORMED);
        }
        return read(buffer, length, now, types, source) && length > 0;
    }

    private boolean read(byte[] buffer, int length, long now, LongMap<InboundType> types, SocketAddress source) {
        boolean clean = true;
        reader.datagram(buffer, length);
        while (reader.hasNext()) {
            Counter refused = reader.next();
            if (refused == null) {
                reader.message().receivedAt = now;
                refused = accept(reader.message(), types, source);
            }
            counters.increment(refused == null ? Counter.DELIVERED : refused);
            clean &= refused == null || !refused.isRejection();
        }
        return clean;
    }

    /** Who sent the last message of the last datagram, if all of that was {@linkplain #receive of this protocol}. */
    public long lastSender() {
        return reader.message().sender;
    }

    /** Delivers a message, or says why not. */
    private @Nullable Counter accept(InboundMessage message, LongMap<InboundType> types, SocketAddress source) {
        if (message.tag == MessageLayout.FRAGMENT) {
            return fragment(message, types, source);
        }
        if (message.tag > MessageLayout.BATCH) {
            return control(message, source);
        }
        InboundType type = types.get(message.typeId);
        Counter refused = refusal(message, type);
        if (type == null || refused != null) {
            return refused;
        }
        if (waits(message, type, source)) {
            return hold(message, source);
        }
        try {
            // Before it takes its place in the sequence: what cannot be read must not silence what can.
            message.payload();
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
        if (message.isLastValue()) {
            type.sink.lastValue(message);
            return Counter.LAST_VALUES;
        }
        SenderTracker tracker = type.senders.heard(message.sender);
        if (tracker == null) {
            add(type, message.sender, message.sequence);
            type.sink.message(message);
            return null;
        }
        return deliver(message, type.sink, tracker);
    }

    private static @Nullable Counter refusal(InboundMessage message, @Nullable InboundType type) {
        if (type == null) {
            return Counter.NOT_LISTENED;
        }
        if (message.sequence <= 0) {
            return Counter.IMPLAUSIBLE;
        }
        return type.isIgnored(message.sender) ? Counter.CONFLICTING : null;
    }

    /** Takes a part of a message, and delivers the message if it is complete. */
    private @Nullable Counter fragment(InboundMessage message, LongMap<InboundType> types, SocketAddress source) {
        byte[] whole;
        try {
            fragment.show(message);
            Counter refused = refusal(message, fragment, types);
            if (refused != null) {
                return refused;
            }
            InboundType type = types.get(message.typeId);
            if (type != null && fragment.body == MessageLayout.PAYLOAD && waits(message, type, source)) {
                return hold(message, source);
            }
            whole = reassemblies.add(fragment);
            if (whole == null) {
                return Counter.FRAGMENTS;
            }
            counters.increment(Counter.FRAGMENTS);
            reader.showWhole(whole, fragment.body);
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
        return accept(message, types, source);
    }

    /** Why a fragment is of no use, before anything is kept of it. */
    private @Nullable Counter refusal(InboundMessage message, Fragment part, LongMap<InboundType> types) {
        if (part.body != MessageLayout.PAYLOAD) {
            return largeBodies.wants(part.body, message.typeId, message.schemaId, message.sender)
                    ? null
                    : Counter.NOT_LISTENED;
        }
        InboundType type = types.get(message.typeId);
        Counter refused = refusal(message, type);
        if (type == null || refused != null) {
            return refused;
        }
        if (message.isLastValue()) {
            return type.sink.awaitsLastValue(message.sender, message.sequence) ? null : Counter.FRAGMENTS;
        }
        SenderTracker tracker = type.senders.get(message.sender);
        return tracker != null && tracker.isPast(message.sequence) ? Counter.FRAGMENTS : null;
    }

    /** Whether a message waits for the schema of its shape; if not, takes note of whether it can be read. */
    private boolean waits(InboundMessage message, InboundType type, SocketAddress source) {
        message.readable = true;
        if (message.schemaId == 0) {
            return false;
        }
        Readability readability = type.readability(message.schemaId);
        if (readability == null) {
            readability = shapes.judge(message.typeId, message.schemaId, message.sender, source);
            type.judged(message.schemaId, readability);
        }
        message.readable = readability == Readability.READABLE;
        return readability == Readability.AWAITED;
    }

    private Counter hold(InboundMessage message, SocketAddress source) {
        Shape shape = new Shape(message.typeId, message.schemaId);
        byte[] bytes = reader.takeOut();
        return held.add(shape, message.sender, bytes, message.receivedAt, source)
                ? Counter.AWAITED
                : Counter.NOT_AWAITED;
    }

    /** It is known now whether messages of a shape can be read: those that waited go on, if there are any. */
    public void resolve(long typeId, long schemaId, Readability readability, LongMap<InboundType> types) {
        InboundType type = types.get(typeId);
        if (type != null) {
            type.judged(schemaId, readability);
        }
        for (HeldMessages.Held each : held.take(new Shape(typeId, schemaId))) {
            if (each instanceof HeldMessages.Message message) {
                read(message.bytes, message.bytes.length, message.time, types, message.source);
            } else if (each instanceof HeldMessages.Last last && type != null) {
                expect(type, typeId, last.sender(), last.sequence());
            }
        }
    }

    private void add(InboundType type, long sender, long base) {
        SenderTracker evicted = type.senders.add(sender, base);
        if (evicted != null) {
            counters.increment(Counter.EVICTED);
            type.sink.forgotten(evicted.sender);
        }
    }

    private Counter control(InboundMessage message, SocketAddress source) {
        try {
            control.message(message, source);
            return Counter.CONTROL;
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
    }

    /**
     * A sender has said, some time ago, that it has published up to a sequence: what has not come until now is missing.
     *
     * @param last 0 if it has published nothing yet
     */
    public void expect(InboundType type, long typeId, long sender, long last) {
        if (type.isIgnored(sender) || held.addLast(typeId, sender, last)) {
            return;
        }
        SenderTracker tracker = type.senders.heard(sender);
        if (tracker == null) {
            add(type, sender, last);
            type.sink.known(sender, last);
            return;
        }
        long missing = tracker.expect(last);
        if (missing > 0) {
            counters.add(Counter.MISSING, missing);
            type.sink.missing(sender, tracker.missingFirst(), missing);
        }
        type.sink.known(sender, tracker.last());
    }

    /** A sender has said what it had published before: what comes after that is expected, unless it is known already. */
    public void begin(InboundType type, long sender, long last) {
        if (!type.isIgnored(sender)) {
            if (type.senders.heard(sender) == null) {
                add(type, sender, last);
            }
            type.sink.known(sender, last);
        }
    }

    /** Drops what a sender publishes by the id of a type, since it means another one; until {@link #heed}. */
    public void ignore(InboundType type, long sender) {
        type.ignore(sender);
    }

    /** Delivers again what a sender publishes by the id of a type. What has been dropped meanwhile is missing. */
    public void heed(InboundType type, long sender) {
        type.heed(sender);
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

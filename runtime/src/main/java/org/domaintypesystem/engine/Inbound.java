package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.domaintypesystem.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side: takes datagrams apart, tells duplicates and gaps, and hands on what is listened to. For one thread
 * at a time.
 */
public final class Inbound implements Gate.Inside {
    private final Counters counters;
    private final Gate gate;

    /** Of what is sealed, and of what is not or has been opened. */
    private final MessageReader sealed = new MessageReader();

    private final MessageReader reader = new MessageReader();
    private final ControlInput control;
    private final Reassemblies reassemblies;
    private final LargeBodies largeBodies;
    private final Fragment fragment;
    private final Shapes shapes;
    private final Repairs repairs;
    private final Ordering ordering;
    private final HeldMessages held = new HeldMessages();

    /** Which key sealed what is read. */
    private int keyId;

    /** Whether all of the datagram was of this protocol and within its bounds; and whether any of it counts as heard. */
    private boolean isClean;

    private boolean hasHeard;
    private long lastSender;

    /**
     * An engine for what comes in, that hands on what concerns no single type.
     *
     * @param reassemblies of this engine alone; whoever has them ticks them
     * @param shapes says which messages wait, until {@link #resolve}
     * @param repairs of this engine alone
     * @param gate of this engine alone
     */
    public Inbound(
            Counters counters,
            ControlInput control,
            Reassemblies reassemblies,
            LargeBodies largeBodies,
            Shapes shapes,
            Repairs repairs,
            Gate gate) {
        this.counters = counters;
        this.control = control;
        this.reassemblies = reassemblies;
        this.largeBodies = largeBodies;
        this.shapes = shapes;
        this.repairs = repairs;
        this.gate = gate;
        this.ordering = new Ordering(counters, repairs, !gate.isOpen());
        this.fragment = new Fragment(reassemblies.maxMessageSize());
        gate.leadsTo(this);
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
        isClean = length > 0;
        hasHeard = false;
        if (gate.isOpen()) {
            read(buffer, length, now, types, source);
        } else {
            open(buffer, length, now, types, source);
        }
        boolean clean = isClean;
        goOn(types);
        return clean;
    }

    private void open(byte[] buffer, int length, long now, LongMap<InboundType> types, SocketAddress source) {
        sealed.datagram(buffer, length);
        while (sealed.hasNext()) {
            Counter refused = sealed.next();
            if (refused == null) {
                refused = gate.message(sealed.message(), now, types, source);
                sealed.skip();
            }
            if (refused != null) {
                count(refused);
            }
        }
    }

    private void read(byte[] buffer, int length, long now, LongMap<InboundType> types, SocketAddress source) {
        reader.datagram(buffer, length);
        while (reader.hasNext()) {
            Counter refused = reader.next();
            if (refused == null) {
                reader.message().receivedAt = now;
                refused = accept(reader.message(), types, source);
            }
            Counter counter = refused == null ? Counter.DELIVERED : refused;
            count(counter);
            if (counter == Counter.IMPLAUSIBLE) {
                // What came with it does not confirm it.
                reader.skipAll();
            }
            if (!counter.isRejection() && counter != Counter.SEALED) {
                hasHeard = true;
                lastSender = reader.message().sender;
            }
        }
    }

    private void count(Counter counter) {
        counters.increment(counter);
        isClean &= !counter.isRejection();
    }

    /** Whether the last datagram had a message of somebody who is there, as far as can be told. */
    public boolean hasHeard() {
        return hasHeard;
    }

    /** Who sent the last message of the last datagram that {@link #hasHeard} is about. */
    public long lastSender() {
        return lastSender;
    }

    @Override
    public void message(
            byte[] plain, int length, int ofKey, long receivedAt, LongMap<InboundType> types, SocketAddress source) {
        keyId = ofKey;
        read(plain, length, receivedAt, types, source);
    }

    /** Delivers a message, or says why not. */
    private @Nullable Counter accept(InboundMessage message, LongMap<InboundType> types, SocketAddress source) {
        return switch (message.tag) {
            case MessageLayout.PAYLOAD, MessageLayout.BATCH -> {
                InboundType type = types.get(message.typeId);
                Counter refused = refusal(message, type);
                yield type == null || refused != null ? refused : accept(message, type, source);
            }
            case MessageLayout.FRAGMENT -> fragment(message, types, source);
            case MessageLayout.SEALED -> gate.sealed(source);
            case MessageLayout.CHALLENGE, MessageLayout.RESPONSE -> Counter.UNKNOWN_BODY;
            case MessageLayout.HEARTBEAT, MessageLayout.GAP -> aboutRepairs(message, types.get(message.typeId), source);
            default -> control(message, source);
        };
    }

    /** Delivers a message of a type that is listened to, or says why not. */
    private @Nullable Counter accept(InboundMessage message, InboundType type, SocketAddress source) {
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
            // Copies are old, so that nothing else tells whether they have been played back.
            if (!gate.isOpen() && !type.sink.awaitsLastValue(message.sender, message.sequence)) {
                return Counter.REPLAYED;
            }
            type.sink.lastValue(message);
            return Counter.LAST_VALUES;
        }
        return ordering.message(reader, type, source);
    }

    private @Nullable Counter refusal(InboundMessage message, @Nullable InboundType type) {
        if (type == null) {
            return Counter.NOT_LISTENED;
        }
        if (message.sequence <= 0 || message.sequence > SenderTracker.LAST_SEQUENCE - reader.count() + 1) {
            return Counter.IMPLAUSIBLE;
        }
        return type.isIgnored(message.sender) ? Counter.CONFLICTING : null;
    }

    /** Takes a part of a message, and delivers the message if it is complete. */
    private @Nullable Counter fragment(InboundMessage message, LongMap<InboundType> types, SocketAddress source) {
        InboundType type;
        try {
            fragment.show(message);
            type = fragment.body == MessageLayout.PAYLOAD ? types.get(message.typeId) : null;
            Counter refused = fragment.body == MessageLayout.PAYLOAD
                    ? refusal(message, type)
                    : largeBodies.wants(fragment.body, message.typeId, message.schemaId, message.sender)
                            ? null
                            : Counter.NOT_LISTENED;
            if (refused != null) {
                return refused;
            }
            if (type != null && isOfNoUse(message, type)) {
                return Counter.FRAGMENTS;
            }
            if (type != null && waits(message, type, source)) {
                return hold(message, source);
            }
            byte[] whole = reassemblies.add(fragment);
            if (type != null && !message.isLastValue()) {
                ordering.fragment(message, type, source);
            }
            if (whole == null) {
                return Counter.FRAGMENTS;
            }
            counters.increment(Counter.FRAGMENTS);
            reader.showWhole(whole, fragment.body);
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
        if (type != null) {
            return accept(message, type, source);
        }
        return gate.takes(message, fragment.body, keyId) ? control(message, source) : Counter.REPLAYED;
    }

    private boolean isOfNoUse(InboundMessage message, InboundType type) {
        return message.isLastValue()
                ? !type.sink.awaitsLastValue(message.sender, message.sequence)
                : Ordering.isPast(type, message.sender, message.sequence);
    }

    /** A sender says what it has, or has not any more. */
    private Counter aboutRepairs(InboundMessage message, @Nullable InboundType type, SocketAddress source) {
        if (type == null) {
            return Counter.NOT_LISTENED;
        }
        if (type.isIgnored(message.sender)) {
            return Counter.CONFLICTING;
        }
        try {
            if (message.tag == MessageLayout.GAP) {
                return ordering.gap(message, type);
            }
            // What waits for a schema is not missing.
            return held.isWaiting(message.typeId, message.sender)
                    ? Counter.CONTROL
                    : ordering.heartbeat(message, type, source);
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
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
        // A large message comes here only if its shape was known when its parts came, and is not any more.
        if (reader.isWhole() || !held.hasRoom(shape, reader.size())) {
            reader.skip();
            return Counter.NOT_AWAITED;
        }
        held.add(shape, message.sender, reader.takeOut(), message.receivedAt, source);
        return Counter.AWAITED;
    }

    /** What was held back until those before it came goes on where they have come, or have been given up. */
    private void goOn(LongMap<InboundType> types) {
        for (Repair each = repairs.takeReady(); each != null; each = repairs.takeReady()) {
            SenderTracker tracker = each.tracker;
            for (HeldBack next = each.backlog.take(tracker.last());
                    next != null;
                    next = each.backlog.take(tracker.last())) {
                goOn(next, each, types);
            }
            repairs.settle(each);
        }
    }

    private void goOn(HeldBack next, Repair repair, LongMap<InboundType> types) {
        SocketAddress source = next.source;
        if (source == null) {
            ordering.giveUp(repair, next.end - 1);
        } else if (next.header == null) {
            read(next.bytes, next.bytes.length, next.receivedAt, types, source);
        } else if (types.get(repair.typeId) == repair.type) {
            reader.show(next.header, next.bytes);
            Counter refused = accept(reader.message(), repair.type, source);
            counters.increment(refused == null ? Counter.DELIVERED : refused);
        }
    }

    /**
     * Does what is due.
     *
     * @param epochNanos nanoseconds since the epoch
     * @return in how many nanoseconds to call again; {@link Long#MAX_VALUE}: not before {@link #isDueEarlier}
     */
    public long tick(LongMap<InboundType> types, long epochNanos) {
        goOn(types);
        long pause = repairs.tick(types, held, epochNanos);
        goOn(types);
        pause = Math.min(pause, gate.tick(epochNanos));
        return repairs.isDueEarlier() ? 1 : pause;
    }

    /** Whether {@link #tick} is due earlier than it said. Says so once. */
    public boolean isDueEarlier() {
        boolean isForRepairs = repairs.isDueEarlier();
        return gate.isDueEarlier() || isForRepairs;
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
        goOn(types);
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
        if (!type.isIgnored(sender) && !held.addLast(typeId, sender, last)) {
            ordering.expect(type, typeId, sender, last);
        }
    }

    /** A sender has said what it had published before: what comes after that is expected, unless it is known already. */
    public void begin(InboundType type, long sender, long last) {
        if (!type.isIgnored(sender)) {
            ordering.begin(type, sender, last);
        }
    }

    /**
     * A node is gone: what is missing of it will hardly come any more.
     *
     * @param saidSo whether it took its leave; otherwise nothing of it is waited for
     */
    public void gone(long sender, boolean saidSo, LongMap<InboundType> types) {
        types.forEach(type -> {
            SenderTracker tracker = type.senders.get(sender);
            if (tracker != null && type.heedsPresence) {
                repairs.left(tracker, saidSo);
            }
        });
    }

    /** Drops what a sender publishes by the id of a type, since it means another one; until {@link #heed}. */
    public void ignore(InboundType type, long sender) {
        type.ignore(sender);
        ordering.drop(type, sender);
    }

    /** Delivers again what a sender publishes by the id of a type. What has been dropped meanwhile is missing. */
    public void heed(InboundType type, long sender) {
        type.heed(sender);
    }
}

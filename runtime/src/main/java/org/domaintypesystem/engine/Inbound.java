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
    private final Repairs repairs;
    private final HeldMessages held = new HeldMessages();

    /**
     * An engine for what comes in, that hands on what concerns no single type.
     *
     * @param reassemblies of this engine alone; whoever has them ticks them
     * @param shapes says which messages wait, until {@link #resolve}
     * @param repairs of this engine alone
     */
    public Inbound(
            Counters counters,
            ControlInput control,
            Reassemblies reassemblies,
            LargeBodies largeBodies,
            Shapes shapes,
            Repairs repairs) {
        this.counters = counters;
        this.control = control;
        this.reassemblies = reassemblies;
        this.largeBodies = largeBodies;
        this.shapes = shapes;
        this.repairs = repairs;
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
        boolean clean = read(buffer, length, now, types, source) && length > 0;
        goOn(types);
        return clean;
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
        return switch (message.tag) {
            case MessageLayout.PAYLOAD, MessageLayout.BATCH -> {
                InboundType type = types.get(message.typeId);
                Counter refused = refusal(message, type);
                yield type == null || refused != null ? refused : accept(message, type, source);
            }
            case MessageLayout.FRAGMENT -> fragment(message, types, source);
            case MessageLayout.HEARTBEAT, MessageLayout.GAP -> {
                InboundType type = types.get(message.typeId);
                yield type == null ? Counter.NOT_LISTENED : told(message, type, source);
            }
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
            type.sink.lastValue(message);
            return Counter.LAST_VALUES;
        }
        SenderTracker tracker = type.senders.heard(message.sender);
        if (tracker == null) {
            add(type, message.sender, message.sequence).isRepairable = message.isRepairable();
            type.sink.message(message);
            return null;
        }
        if (message.isRepairable()) {
            tracker.isRepairable = true;
        }
        if (message.sequence - tracker.last() > 1 && repairs.canHold(tracker)) {
            return repairs.hold(reader, type, tracker, source);
        }
        return deliver(message, type.sink, tracker, source);
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
            SenderTracker tracker = null;
            if (type != null) {
                if (message.isLastValue()) {
                    if (!type.sink.awaitsLastValue(message.sender, message.sequence)) {
                        return Counter.FRAGMENTS;
                    }
                } else {
                    tracker = type.senders.get(message.sender);
                    if (tracker != null && isPast(tracker, message.sequence)) {
                        return Counter.FRAGMENTS;
                    }
                }
                if (waits(message, type, source)) {
                    return hold(message, source);
                }
            }
            byte[] whole = reassemblies.add(fragment);
            if (type != null && message.isRepairable() && !message.isLastValue()) {
                if (tracker == null) {
                    tracker = add(type, message.sender, message.sequence - 1);
                }
                tracker.isRepairable = true;
                repairs.fragment(message, type, tracker, source);
            }
            if (whole == null) {
                return Counter.FRAGMENTS;
            }
            counters.increment(Counter.FRAGMENTS);
            reader.showWhole(whole, fragment.body);
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
        return type == null ? control(message, source) : accept(message, type, source);
    }

    private static boolean isPast(SenderTracker tracker, long sequence) {
        Repair repair = tracker.repair;
        return tracker.isPast(sequence) || (repair != null && repair.backlog.has(sequence));
    }

    /** A sender says what it has, or has not any more. */
    private Counter told(InboundMessage message, InboundType type, SocketAddress source) {
        long sender = message.sender;
        if (type.isIgnored(sender)) {
            return Counter.CONFLICTING;
        }
        try {
            SenderTracker tracker = type.senders.heard(sender);
            if (message.tag == MessageLayout.GAP) {
                RepairMessages.Range gone = RepairMessages.readGap(message);
                if (tracker != null && tracker.repair != null) {
                    repairs.gone(tracker.repair, gone);
                }
                return Counter.CONTROL;
            }
            RepairMessages.Heartbeat heartbeat = RepairMessages.readHeartbeat(message);
            if (held.isWaiting(message.typeId, sender)) {
                return Counter.CONTROL;
            }
            if (tracker == null) {
                add(type, sender, heartbeat.last()).isRepairable = true;
                type.sink.known(sender, heartbeat.last());
                return Counter.CONTROL;
            }
            return repairs.heartbeat(heartbeat, message.timestamp, type, message.typeId, tracker, source);
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
        SenderTracker tracker = repair.tracker;
        SocketAddress source = next.source;
        if (source == null) {
            if (next.end - 1 > tracker.last()) {
                missing(repair.type.sink, tracker, tracker.giveUp(next.end - 1));
            }
        } else if (next.header == null) {
            read(next.bytes, next.bytes.length, next.receivedAt, types, source);
        } else if (types.get(repair.typeId) == repair.type) {
            reader.show(next.header, next.bytes);
            Counter refused = accept(reader.message(), repair.type, source);
            counters.increment(refused == null ? Counter.DELIVERED : refused);
        }
    }

    private void missing(InboundSink sink, SenderTracker tracker, long count) {
        counters.add(Counter.MISSING, count);
        sink.missing(tracker.sender, tracker.missingFirst(), count);
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
        return pause;
    }

    /** Whether {@link #tick} is due earlier than it said. Says so once. */
    public boolean isDueEarlier() {
        return repairs.isDueEarlier();
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

    private SenderTracker add(InboundType type, long sender, long base) {
        SenderTracker evicted = type.senders.add(sender, base);
        if (evicted != null) {
            counters.increment(Counter.EVICTED);
            Repair repair = evicted.repair;
            if (repair != null) {
                if (!repair.isDone()) {
                    missing(type.sink, evicted, evicted.giveUp(repair.last()));
                }
                repairs.drop(repair);
            }
            type.sink.forgotten(evicted.sender);
        }
        return type.senders.newest();
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
        if (!repairs.expect(type, typeId, tracker, last)) {
            long missing = tracker.expect(last);
            if (missing > 0) {
                missing(type.sink, tracker, missing);
            }
        }
        Repair repair = tracker.repair;
        type.sink.known(sender, repair == null ? tracker.last() : repair.last());
    }

    /**
     * A node is gone: what is missing of it will hardly come any more.
     *
     * @param saidSo whether it took its leave; otherwise nothing of it is waited for
     */
    public void gone(long sender, boolean saidSo, LongMap<InboundType> types) {
        types.forEach(type -> {
            SenderTracker tracker = type.senders.get(sender);
            if (tracker != null) {
                repairs.left(tracker, saidSo);
            }
        });
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
        SenderTracker tracker = type.senders.get(sender);
        if (tracker != null && tracker.repair != null) {
            repairs.drop(tracker.repair);
        }
    }

    /** Delivers again what a sender publishes by the id of a type. What has been dropped meanwhile is missing. */
    public void heed(InboundType type, long sender) {
        type.heed(sender);
    }

    private @Nullable Counter deliver(
            InboundMessage message, InboundSink sink, SenderTracker tracker, SocketAddress source) {
        Repair repair = tracker.repair;
        boolean isBehind = message.sequence <= tracker.last();
        switch (tracker.accept(message.sequence)) {
            case NEW -> sink.message(message);
            case NEW_AFTER_GAP -> {
                missing(sink, tracker, message.sequence - tracker.missingFirst());
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
        if (repair != null) {
            if (isBehind) {
                // Whoever led ahead was not the sender: what waits is not its own.
                repairs.drop(repair);
            } else {
                repairs.delivered(repair, message.sequence, source);
            }
        }
        return null;
    }
}

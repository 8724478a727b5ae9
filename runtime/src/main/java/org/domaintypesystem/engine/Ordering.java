package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the messages of each sender in the order of their sequences, each once, and tells what is missing: at once, or when
 * it is given up, if their sender keeps what it sends. For one thread at a time.
 */
final class Ordering {
    private final Counters counters;
    private final Repairs repairs;
    private final boolean isVerified;

    /**
     * @param isVerified whether only senders themselves can have sent what comes
     */
    Ordering(Counters counters, Repairs repairs, boolean isVerified) {
        this.counters = counters;
        this.repairs = repairs;
        this.isVerified = isVerified;
    }

    /** Hands on the message that a reader shows, has it wait, or says why neither. */
    @Nullable
    Counter message(MessageReader reader, InboundType type, SocketAddress source) {
        InboundMessage message = reader.message();
        SenderTracker tracker = type.senders.heard(message.sender);
        if (tracker == null) {
            add(type, message.sender, message.sequence).isRepairable = message.isRepairable();
            type.sink.message(message);
            return null;
        }
        if (message.isRepairable()) {
            tracker.isRepairable = true;
        } else if (tracker.repair == null && message.sequence - tracker.last() == 1) {
            // Whoever said that its sender keeps it was somebody else, or has overtaken this.
            tracker.isRepairable = false;
        }
        if (message.sequence - tracker.last() > 1 && repairs.canHold(tracker)) {
            return repairs.hold(reader, type, tracker, source);
        }
        return deliver(message, type.sink, tracker, source);
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
                repairs.delivered(repair, source);
            }
        }
        return null;
    }

    /** Whether a message, or a part of it, would be of no use. */
    static boolean isPast(InboundType type, long sender, long sequence) {
        SenderTracker tracker = type.senders.get(sender);
        if (tracker == null) {
            return false;
        }
        Repair repair = tracker.repair;
        return tracker.isPast(sequence) || (repair != null && repair.backlog.has(sequence));
    }

    /** Takes note of a part of a message that {@link Reassemblies} has taken. */
    void fragment(InboundMessage message, InboundType type, SocketAddress source) {
        if (message.isRepairable()) {
            SenderTracker tracker = type.senders.get(message.sender);
            if (tracker == null) {
                tracker = add(type, message.sender, message.sequence - 1);
                type.sink.known(message.sender, message.sequence - 1);
            }
            tracker.isRepairable = true;
            repairs.fragment(message, type, tracker, source);
        }
    }

    /**
     * A sender says what it has sent.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it does not
     */
    Counter heartbeat(InboundMessage message, InboundType type, SocketAddress source) {
        RepairMessages.Heartbeat heartbeat = RepairMessages.readHeartbeat(message);
        SenderTracker tracker = type.senders.heard(message.sender);
        if (tracker == null) {
            add(type, message.sender, heartbeat.last()).isRepairable = true;
            type.sink.known(message.sender, heartbeat.last());
            return Counter.CONTROL;
        }
        return repairs.heartbeat(heartbeat, message, type, tracker, source);
    }

    /**
     * A sender says what it does not have any more.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it does not
     */
    Counter gap(InboundMessage message, InboundType type) {
        RepairMessages.Range gone = RepairMessages.readGap(message);
        SenderTracker tracker = type.senders.get(message.sender);
        if (tracker != null && tracker.repair != null) {
            repairs.gone(tracker.repair, gone);
        }
        return Counter.CONTROL;
    }

    /** What has not come up to a sequence will not. */
    void giveUp(Repair repair, long sequence) {
        SenderTracker tracker = repair.tracker;
        if (sequence > tracker.last()) {
            missing(repair.type.sink, tracker, tracker.giveUp(sequence));
        }
    }

    private void missing(InboundSink sink, SenderTracker tracker, long count) {
        counters.add(Counter.MISSING, count);
        sink.missing(tracker.sender, tracker.missingFirst(), count);
    }

    private SenderTracker add(InboundType type, long sender, long base) {
        SenderTracker evicted = type.senders.add(sender, base, isVerified);
        if (evicted != null) {
            counters.increment(Counter.EVICTED);
            Repair repair = evicted.repair;
            if (repair != null) {
                giveUp(repair, repair.last());
                repairs.drop(repair);
            }
            type.sink.forgotten(evicted.sender);
        }
        return type.senders.newest();
    }

    /**
     * A sender has said, some time ago, that it has published up to a sequence: what has not come until now is missing.
     *
     * @param last 0 if it has published nothing yet
     */
    void expect(InboundType type, long typeId, long sender, long last) {
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

    /** A sender has said what it had published before: what comes after that is expected, unless it is known already. */
    void begin(InboundType type, long sender, long last) {
        if (type.senders.heard(sender) == null) {
            add(type, sender, last);
        }
        type.sink.known(sender, last);
    }

    /** Forgets what waits of a sender. */
    void drop(InboundType type, long sender) {
        SenderTracker tracker = type.senders.get(sender);
        if (tracker != null && tracker.repair != null) {
            repairs.drop(tracker.repair);
        }
    }
}

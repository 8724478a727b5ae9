package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.domaintypesystem.engine.RepairMessages.Heartbeat;
import org.domaintypesystem.engine.RepairMessages.Range;
import org.jspecify.annotations.Nullable;

/**
 * Has those who keep what they have sent send again what is missing here, and holds back what came behind it until then. What
 * does not come in time is given up. For one thread at a time.
 *
 * <p>Whoever misses something waits for a random time, in which another who misses the same may ask: what is sent again comes to
 * all. Then it asks, and asks again as long as something is missing: soon after the last that came, and more and more rarely as
 * long as nothing comes.
 */
public final class Repairs {
    private static final long MILLI = 1_000_000;

    /** A sender that has been heard so lately is there, whatever becomes of its announcements: it is never silent for longer. */
    static final long SILENCE = 10_000 * MILLI;

    /** Between two looks at what has been missing for too long. */
    static final long LOOK_PAUSE = 100 * MILLI;

    /** How long a claim is believed, whatever the sender says then: its messages may overtake each other. */
    static final long CLAIM = 250 * MILLI;

    /** What is due so soon is done with what is due. */
    private static final long TOGETHER = MILLI / 2;

    /** Of so many senders and types something may be missing at the same time. */
    static final int MAX_REPAIRS = 1024;

    /** What is known of other nodes. */
    public interface Nodes {
        /** Where the datagrams of a node come from; null if it is not known. */
        @Nullable
        SocketAddress addressOf(long sender);

        /** How many other nodes listen to a type, as far as is known. */
        int listenersOf(long typeId);
    }

    private final NakTimer naks;
    private final Counters counters;
    private final Reassemblies reassemblies;
    private final WakingTime time;
    private final GivingUp givingUp;
    private final Backlog.Room room;
    private final Set<Repair> all = new LinkedHashSet<>();

    /** Those of which something may go on. */
    private final List<Repair> ready = new ArrayList<>();

    /**
     * @param self the sender of this node
     * @param reassemblies where large messages are put together
     * @param nanoTime a time that never goes back, in nanoseconds
     * @param patience how long something is waited for, in nanoseconds; what this process slept is not counted
     * @param seed a number that nobody outside can guess
     */
    public Repairs(
            long self,
            Nodes nodes,
            ControlOutput output,
            Counters counters,
            Reassemblies reassemblies,
            LongSupplier nanoTime,
            long patience,
            long seed) {
        this.naks = new NakTimer(
                nodes, new RepairMessages(self, output), counters, reassemblies, new SplittableRandom(seed));
        this.counters = counters;
        this.reassemblies = reassemblies;
        this.time = new WakingTime(nanoTime);
        this.givingUp = new GivingUp(reassemblies, patience);
        long largest = reassemblies.maxMessageSize();
        this.room = new Backlog.Room(
                Reassemblies.SENDER_SHARE * largest + Reassemblies.EXTRA,
                Reassemblies.WHOLE_SHARE * largest + Reassemblies.EXTRA);
    }

    /** How many bytes wait for those before them. */
    long bytes() {
        return room.used();
    }

    /** How many senders and types there are of which something is missing. */
    int size() {
        return all.size();
    }

    /** The repair of a sender and type, which begins with this if there is none; null if there are too many. */
    private @Nullable Repair begin(InboundType type, long typeId, SenderTracker tracker, long now) {
        Repair repair = tracker.repair;
        if (repair == null && all.size() < MAX_REPAIRS) {
            repair = new Repair(type, typeId, tracker, new Backlog(room), now);
            tracker.repair = repair;
            all.add(repair);
        }
        return repair;
    }

    /** Whether what comes out of its turn can be held back; otherwise it goes on, and what lies before it is missing. */
    boolean canHold(SenderTracker tracker) {
        return tracker.isRepairable && (tracker.repair != null || all.size() < MAX_REPAIRS);
    }

    /** Takes what comes out of its turn. */
    Counter hold(MessageReader reader, InboundType type, SenderTracker tracker, SocketAddress source) {
        InboundMessage message = reader.message();
        long sequence = message.sequence;
        long known = tracker.repair == null ? tracker.last() : tracker.repair.last();
        if (!tracker.believes(sequence, known)) {
            return Counter.IMPLAUSIBLE;
        }
        long now = time.now();
        Repair repair = begin(type, message.typeId, tracker, now);
        if (repair == null || repair.backlog.has(sequence)) {
            return Counter.DUPLICATE;
        }
        speaks(repair, source, now);
        if (sequence - tracker.last() > SenderTracker.MAX_LAG) {
            readyIf(givingUp.upTo(repair, sequence - SenderTracker.MAX_LAG, now), repair);
        }
        int count = reader.count();
        // The end of the latest large message is nothing that was missing.
        boolean isRepair = repair.isMissing(sequence) && (repair.isPassed(sequence) || !reader.isWhole());
        Counter result = Counter.NOT_HELD_BACK;
        if (repair.backlog.hasRoom(sequence, reader.size())) {
            repair.backlog.add(reader.holdBack(source), now);
            result = Counter.HELD_BACK;
            if (isRepair) {
                counters.add(Counter.REPAIRED, count);
            }
        } else {
            reader.skip();
        }
        repair.hears(sequence + count - 1, now);
        if (isRepair) {
            naks.progress(repair, now);
        }
        naks.found(repair, now);
        return result;
    }

    /** The sender itself says something: so it is there, unless that has been overtaken by its farewell. */
    private static void speaks(Repair repair, SocketAddress source, long now) {
        repair.source = source;
        repair.spokeAt = now;
        isBack(repair.tracker, now, GivingUp.PATIENCE_AFTER_LEAVE);
    }

    private static void isBack(SenderTracker tracker, long now, long after) {
        if (tracker.leftAt != 0 && now - tracker.leftAt > after) {
            tracker.leftAt = 0;
        }
    }

    /** A message has come in its turn. */
    void delivered(Repair repair, SocketAddress source) {
        if (repair.isReady) {
            return;
        }
        long now = time.now();
        speaks(repair, source, now);
        counters.increment(Counter.REPAIRED);
        naks.progress(repair, now);
        if (repair.backlog.isDue(repair.tracker.last()) || repair.isDone()) {
            ready(repair);
        }
    }

    /** A part of a large message has come, that was not there, and is not all that was missing of it. */
    void fragment(InboundMessage message, InboundType type, SenderTracker tracker, SocketAddress source) {
        long sequence = message.sequence;
        if (sequence <= tracker.last()) {
            return;
        }
        Repair repair = tracker.repair;
        boolean isBehindGap = reassemblies.leftGap() || sequence - tracker.last() > 1;
        long known = repair == null ? tracker.last() : repair.last();
        if ((repair == null && !isBehindGap) || (sequence - known > SenderTracker.MAX_JUMP && !tracker.isVerified)) {
            return;
        }
        long now = time.now();
        repair = begin(type, message.typeId, tracker, now);
        if (repair == null) {
            return;
        }
        speaks(repair, source, now);
        boolean isRepair = repair.isPassed(sequence) || reassemblies.filledGap();
        repair.hears(sequence, now);
        if (isRepair) {
            naks.progress(repair, now);
        }
        if (isBehindGap) {
            naks.found(repair, now);
        }
    }

    /**
     * A sender has said, some time ago, what it has published up to then.
     *
     * @return whether what is missing of that is waited for; otherwise it is missing now
     */
    boolean expect(InboundType type, long typeId, SenderTracker tracker, long last) {
        if (last <= tracker.last()
                || last - tracker.last() > SenderTracker.MAX_LAG
                || last > SenderTracker.LAST_SEQUENCE) {
            return tracker.repair != null;
        }
        if (!tracker.isRepairable && !type.isReliable()) {
            return false;
        }
        long now = time.now();
        Repair repair = begin(type, typeId, tracker, now);
        if (repair == null) {
            return false;
        }
        // Longer after its farewell, that is not what it said then.
        isBack(tracker, now, SILENCE);
        repair.claims(last, now);
        naks.found(repair, now);
        return true;
    }

    /** A sender says what it has sent up to now. */
    Counter heartbeat(
            Heartbeat heartbeat,
            InboundMessage message,
            InboundType type,
            SenderTracker tracker,
            SocketAddress source) {
        tracker.isRepairable = true;
        long last = heartbeat.last();
        long known = tracker.repair == null ? tracker.last() : tracker.repair.last();
        if (last - tracker.last() > SenderTracker.MAX_LAG && !tracker.isVerified) {
            return Counter.IMPLAUSIBLE;
        }
        if (last > known && !tracker.believes(last, known, message.timestamp)) {
            return Counter.IMPLAUSIBLE;
        }
        long now = time.now();
        Repair repair = last > tracker.last() ? begin(type, message.typeId, tracker, now) : tracker.repair;
        if (repair == null) {
            return Counter.CONTROL;
        }
        speaks(repair, source, now);
        repair.claims(last, now);
        if (!tracker.isVerified) {
            repair.denies(last, now, CLAIM);
        }
        if (last - tracker.last() > SenderTracker.MAX_LAG) {
            readyIf(givingUp.upTo(repair, last - SenderTracker.MAX_LAG, now), repair);
        }
        if (repair.isDone()) {
            ready(repair);
        } else {
            naks.found(repair, now);
        }
        return Counter.CONTROL;
    }

    /** A sender says what it does not have any more: of what it was asked for, that is given up. */
    void gone(Repair repair, Range gone) {
        readyIf(givingUp.gone(repair, gone, time.now()), repair);
    }

    /** A node is gone: what is missing of it will hardly come, or not at all. */
    void left(SenderTracker tracker, boolean saidSo) {
        long now = time.now();
        Repair repair = tracker.repair;
        if (saidSo) {
            tracker.leftAt = now;
        } else if (repair != null && now - repair.spokeAt > SILENCE) {
            readyIf(givingUp.upTo(repair, repair.last(), now), repair);
        }
    }

    /** Nothing is to be done any more about what is missing of a sender and type. */
    void drop(Repair repair) {
        repair.backlog.dropBehind(0);
        all.remove(repair);
        if (repair.tracker.repair == repair) {
            repair.tracker.repair = null;
        }
    }

    private void readyIf(boolean mayGoOn, Repair repair) {
        if (mayGoOn) {
            ready(repair);
        }
    }

    private void ready(Repair repair) {
        if (!repair.isReady) {
            repair.isReady = true;
            ready.add(repair);
        }
    }

    /** One of which something may go on now; null if there is none. It is {@link #settle settled} then. */
    @Nullable
    Repair takeReady() {
        return ready.isEmpty() ? null : ready.remove(ready.size() - 1);
    }

    /** What could go on has gone on. */
    void settle(Repair repair) {
        repair.isReady = false;
        if (repair.isDone()) {
            drop(repair);
        }
    }

    /** Whether {@link #tick} is due earlier than it said. Says so once. */
    boolean isDueEarlier() {
        return naks.isDueEarlier();
    }

    /**
     * Does what is due.
     *
     * @return in how many nanoseconds to call again; {@link Long#MAX_VALUE}: not before {@link #isDueEarlier}
     */
    long tick(LongMap<InboundType> types, HeldMessages held, long epochNanos) {
        if (all.isEmpty()) {
            naks.setNextDue(Repair.NEVER);
            return Long.MAX_VALUE;
        }
        long now = time.now();
        List<Repair> due = new ArrayList<>();
        for (Repair each : all) {
            if (each.nextDue() <= now + TOGETHER) {
                due.add(each);
            }
        }
        due.forEach(each -> tend(each, types, held, now, epochNanos));
        long next = Repair.NEVER;
        for (Repair each : all) {
            next = Math.min(next, each.nextDue());
        }
        naks.setNextDue(next);
        return next == Repair.NEVER ? Long.MAX_VALUE : Math.max(1, next - now);
    }

    private void tend(Repair repair, LongMap<InboundType> types, HeldMessages held, long now, long epochNanos) {
        if (types.get(repair.typeId) != repair.type) {
            drop(repair);
        } else if (repair.isDone()) {
            ready(repair);
        } else {
            if (repair.lookDue <= now) {
                repair.lookDue = now + LOOK_PAUSE;
                readyIf(givingUp.old(repair, now), repair);
            }
            if (repair.due <= now + TOGETHER) {
                naks.ask(repair, held, now, epochNanos);
            }
        }
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.domaintypesystem.engine.RepairMessages.Heartbeat;
import org.domaintypesystem.engine.RepairMessages.Missing;
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

    /** How long a message is waited for unless somebody says otherwise, in nanoseconds. */
    public static final long DEFAULT_PATIENCE = 10_000 * MILLI;

    /** How long nothing may come of a sender that has taken its leave. */
    static final long PATIENCE_AFTER_LEAVE = 500 * MILLI;

    /** How many times as long as others a large message may take of which parts still come. */
    static final int LARGE_PATIENCE = 6;

    /** How long after something came that was missing to ask for the rest. */
    static final long AFTER_PROGRESS = 4 * MILLI;

    /** How long to wait for what was asked for; twice as long each time that nothing came, up to the longest. */
    static final long FIRST_RETRY = 20 * MILLI;

    static final long LONGEST_RETRY = 250 * MILLI;

    /** How long a claim is believed, whatever the sender says then: its messages may overtake each other. */
    static final long CLAIM = 250 * MILLI;

    /** Of so many senders and types something may be missing at the same time. */
    static final int MAX_REPAIRS = 1024;

    /** What is asked for when there is no room for what comes out of its turn. */
    private static final int WITHOUT_ROOM = 128;

    private static final long RETRY_ADDRESS = 100 * MILLI;
    private static final long LISTENERS_KNOWN = 1_000 * MILLI;

    /** What is known of other nodes. */
    public interface Nodes {
        /** Where the datagrams of a node come from; null if it is not known. */
        @Nullable
        SocketAddress addressOf(long sender);

        /** How many other nodes listen to a type, as far as is known. */
        int listenersOf(long typeId);
    }

    private final Nodes nodes;
    private final RepairMessages messages;
    private final Counters counters;
    private final Reassemblies reassemblies;
    private final WakingTime time;
    private final long patience;
    private final SplittableRandom random;
    private final NakBackoff backoff;
    private final Backlog.Room room;
    private final Set<Repair> all = new LinkedHashSet<>();

    /** Those of which something may go on. */
    private final List<Repair> ready = new ArrayList<>();

    /** When {@link #tick} is called next, and whether it is due earlier than it knows. */
    private long nextTick = Repair.NEVER;

    private boolean isDueEarlier;

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
        this.nodes = nodes;
        this.messages = new RepairMessages(self, output);
        this.counters = counters;
        this.reassemblies = reassemblies;
        this.time = new WakingTime(nanoTime);
        this.patience = patience;
        this.random = new SplittableRandom(seed);
        this.backoff = new NakBackoff(random);
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
        repair.source = source;
        if (tracker.leftAt != 0 && now - tracker.leftAt > PATIENCE_AFTER_LEAVE) {
            tracker.leftAt = 0;
        }
        if (sequence - tracker.last() > SenderTracker.MAX_LAG) {
            giveUp(repair, sequence - SenderTracker.MAX_LAG, now);
        }
        int count = reader.count();
        boolean isRepair = repair.isMissing(sequence);
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
            progress(repair, now);
        }
        found(repair, now);
        return result;
    }

    /** A message has come in its turn. */
    void delivered(Repair repair, long sequence, SocketAddress source) {
        if (repair.isReady) {
            return;
        }
        long now = time.now();
        repair.source = source;
        if (sequence <= repair.last()) {
            counters.increment(Counter.REPAIRED);
            progress(repair, now);
        }
        if (repair.backlog.isDue(repair.tracker.last()) || repair.isDone()) {
            ready(repair);
        }
    }

    /** A part of a large message has come, that was not there, and is not all that was missing of it. */
    void fragment(InboundMessage message, InboundType type, SenderTracker tracker, SocketAddress source) {
        long sequence = message.sequence;
        Repair repair = tracker.repair;
        boolean isBehindGap = reassemblies.leftGap() || sequence - tracker.last() > 1;
        long known = repair == null ? tracker.last() : repair.last();
        if ((repair == null && !isBehindGap) || sequence - known > SenderTracker.MAX_JUMP) {
            return;
        }
        long now = time.now();
        repair = begin(type, message.typeId, tracker, now);
        if (repair == null) {
            return;
        }
        repair.source = source;
        boolean isRepair = repair.isPassed(sequence) || reassemblies.filledGap();
        repair.hears(sequence, now);
        if (isRepair) {
            progress(repair, now);
        }
        if (isBehindGap) {
            found(repair, now);
        }
    }

    /**
     * A sender has said, some time ago, what it has published up to then.
     *
     * @return whether what is missing of that is waited for; otherwise it is missing now
     */
    boolean expect(InboundType type, long typeId, SenderTracker tracker, long last) {
        if (last <= tracker.last() || last - tracker.last() > SenderTracker.MAX_LAG) {
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
        repair.claims(last, now);
        found(repair, now);
        return true;
    }

    /**
     * A sender says what it has sent up to now.
     *
     * @param time when, by its own clock
     */
    Counter heartbeat(
            Heartbeat heartbeat,
            long sent,
            InboundType type,
            long typeId,
            SenderTracker tracker,
            SocketAddress source) {
        tracker.isRepairable = true;
        long last = heartbeat.last();
        long known = tracker.repair == null ? tracker.last() : tracker.repair.last();
        if (last - tracker.last() > SenderTracker.MAX_LAG) {
            return Counter.IMPLAUSIBLE;
        }
        if (last > known && !tracker.believes(last, known, sent)) {
            return Counter.IMPLAUSIBLE;
        }
        long now = time.now();
        Repair repair = last > tracker.last() ? begin(type, typeId, tracker, now) : tracker.repair;
        if (repair == null) {
            return Counter.CONTROL;
        }
        repair.source = source;
        repair.claims(last, now);
        repair.denies(last, now, CLAIM);
        if (repair.isDone()) {
            ready(repair);
        } else {
            found(repair, now);
        }
        return Counter.CONTROL;
    }

    /** A sender says what it does not have any more: of what it was asked for, that is given up. */
    void gone(Repair repair, Range gone) {
        long end = Math.min(gone.end(), repair.askedEnd);
        List<HeldBack> missing = new ArrayList<>();
        repair.missing(end, (first, until, since) -> {
            if (until > gone.first()) {
                missing.add(HeldBack.gone(Math.max(first, gone.first()), until));
            }
            return true;
        });
        giveUp(repair, missing, time.now());
    }

    /** A node is gone: what is missing of it will hardly come, or not at all. */
    void left(SenderTracker tracker, boolean saidSo) {
        long now = time.now();
        tracker.leftAt = now;
        if (tracker.repair != null && !saidSo) {
            giveUp(tracker.repair, tracker.repair.last(), now);
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

    private void giveUp(Repair repair, long last, long now) {
        List<HeldBack> missing = new ArrayList<>();
        repair.missing(last + 1, (first, end, since) -> missing.add(HeldBack.gone(first, end)));
        long known = repair.last();
        if (last > known) {
            missing.add(HeldBack.gone(known + 1, last + 1));
        }
        giveUp(repair, missing, now);
    }

    private void giveUp(Repair repair, List<HeldBack> missing, long now) {
        if (!missing.isEmpty()) {
            missing.forEach(each -> repair.backlog.add(each, now));
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

    /** Something is missing, perhaps since now. */
    private void found(Repair repair, long now) {
        if (repair.due == Repair.NEVER) {
            long due = now + backoff.draw(listeners(repair, now));
            repair.latestDue = due + FIRST_RETRY;
            schedule(repair, due);
        }
    }

    private int listeners(Repair repair, long now) {
        InboundType type = repair.type;
        if (type.listenersKnownAt == 0 || now - type.listenersKnownAt > LISTENERS_KNOWN) {
            type.listeners = nodes.listenersOf(repair.typeId) + 1;
            type.listenersKnownAt = now;
        }
        return type.listeners;
    }

    private void progress(Repair repair, long now) {
        repair.progressAt = now;
        repair.unanswered = 0;
        if (repair.due != Repair.NEVER) {
            schedule(repair, Math.min(repair.latestDue, now + spread(AFTER_PROGRESS)));
        }
    }

    /** A time, more or less. */
    private long spread(long nanos) {
        return nanos - nanos / 4 + random.nextLong(nanos / 2);
    }

    private void schedule(Repair repair, long due) {
        repair.due = due;
        if (due < nextTick) {
            nextTick = due;
            isDueEarlier = true;
        }
    }

    /** Whether {@link #tick} is due earlier than it said. Says so once. */
    boolean isDueEarlier() {
        boolean is = isDueEarlier;
        isDueEarlier = false;
        return is;
    }

    /**
     * Does what is due.
     *
     * @return in how many nanoseconds to call again; {@link Long#MAX_VALUE}: not before {@link #isDueEarlier}
     */
    long tick(LongMap<InboundType> types, HeldMessages held, long epochNanos) {
        long now = time.now();
        nextTick = Repair.NEVER;
        for (Repair each : all.isEmpty() ? List.<Repair>of() : new ArrayList<>(all)) {
            if (types.get(each.typeId) != each.type) {
                drop(each);
                continue;
            }
            giveUpOld(each, now);
            if (each.due <= now) {
                ask(each, held, now, epochNanos);
            }
            nextTick = Math.min(nextTick, Math.min(each.due, now + LONGEST_RETRY));
        }
        isDueEarlier = false;
        return nextTick == Repair.NEVER ? Long.MAX_VALUE : Math.max(1, nextTick - now);
    }

    private void giveUpOld(Repair repair, long now) {
        long leftAt = repair.tracker.leftAt;
        if (leftAt != 0 && now - Math.max(repair.progressAt, leftAt) >= PATIENCE_AFTER_LEAVE) {
            giveUp(repair, repair.last(), now);
            return;
        }
        repair.noteTail(now);
        List<HeldBack> old = new ArrayList<>();
        repair.missing(repair.tail() + 1, (first, end, since) -> {
            boolean isOld =
                    now - since >= patience && (now - since >= LARGE_PATIENCE * patience || !isComing(repair, first));
            if (isOld) {
                old.add(HeldBack.gone(first, end));
            }
            return isOld;
        });
        giveUp(repair, old, now);
    }

    private boolean isComing(Repair repair, long sequence) {
        for (Reassembly each : reassemblies.of(repair.tracker.sender, repair.typeId)) {
            if (each.whole.sequence() == sequence) {
                return true;
            }
        }
        return false;
    }

    private void ask(Repair repair, HeldMessages held, long now, long epochNanos) {
        long sender = repair.tracker.sender;
        SocketAddress known = nodes.addressOf(sender);
        SocketAddress to = known == null ? repair.source : known;
        if (to == null || held.isWaiting(repair.typeId, sender)) {
            repair.due = now + RETRY_ADDRESS;
            return;
        }
        long end = repair.backlog.hasRoom(Long.MAX_VALUE, MessageLayout.MAX_DATAGRAM)
                ? Repair.NEVER
                : Math.max(repair.backlog.end(), repair.tracker.last() + 1 + WITHOUT_ROOM);
        List<Missing> missing = new Asking(repair, reassemblies).upTo(end);
        if (missing.isEmpty()) {
            boolean isComing = repair.isClaimed(repair.tracker.last() + 1);
            repair.due = isComing ? now + Asking.STILL_COMING : Repair.NEVER;
            return;
        }
        counters.increment(Counter.NAKS_SENT);
        messages.nak(repair.typeId, missing, epochNanos, to);
        repair.askedEnd = Math.max(
                repair.askedEnd, missing.get(missing.size() - 1).messages().end());
        repair.due = now + spread(Math.min(LONGEST_RETRY, FIRST_RETRY << Math.min(repair.unanswered, 4)));
        repair.latestDue = repair.due;
        repair.unanswered++;
    }
}

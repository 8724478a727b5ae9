package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.domaintypesystem.engine.RepairMessages.Missing;

/**
 * Asks for what is missing: after a random time, soon after the last that came of it, and more and more rarely as long as
 * nothing comes. For one thread at a time.
 */
final class NakTimer {
    private static final long MILLI = 1_000_000;

    /** How long after something came that was missing to ask for the rest. */
    static final long AFTER_PROGRESS = 4 * MILLI;

    /** How long to wait for what was asked for; twice as long each time that nothing came, up to the longest. */
    static final long FIRST_RETRY = 20 * MILLI;

    static final long LONGEST_RETRY = 250 * MILLI;

    /** How many messages are asked for at a time when there is no room for what comes out of its turn. */
    private static final int WITHOUT_ROOM = 128;

    private static final int MAX_DOUBLINGS = 4;
    private static final long NOBODY_TO_ASK = 100 * MILLI;
    private static final long LISTENERS_KNOWN = 1_000 * MILLI;

    private final Repairs.Nodes nodes;
    private final RepairMessages messages;
    private final Counters counters;
    private final Reassemblies reassemblies;
    private final SplittableRandom random;
    private final NakBackoff backoff;

    /** When {@link #ask} is called next, and whether it is due earlier than its caller knows. */
    private long nextDue = Repair.NEVER;

    private boolean isDueEarlier;

    NakTimer(
            Repairs.Nodes nodes,
            RepairMessages messages,
            Counters counters,
            Reassemblies reassemblies,
            SplittableRandom random) {
        this.nodes = nodes;
        this.messages = messages;
        this.counters = counters;
        this.reassemblies = reassemblies;
        this.random = random;
        this.backoff = new NakBackoff(random);
    }

    /** Something is missing, perhaps since now. */
    void found(Repair repair, long now) {
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

    /** Something has come that was missing. */
    void progress(Repair repair, long now) {
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
        if (due < nextDue) {
            nextDue = due;
            isDueEarlier = true;
        }
    }

    /** Whether something is due earlier than {@link #setNextDue} said. Says so once. */
    boolean isDueEarlier() {
        boolean is = isDueEarlier;
        isDueEarlier = false;
        return is;
    }

    /** Says when the caller comes again by itself. */
    void setNextDue(long due) {
        nextDue = due;
        isDueEarlier = false;
    }

    /** Asks for what is missing, as is due. */
    void ask(Repair repair, HeldMessages held, long now, long epochNanos) {
        long sender = repair.tracker.sender;
        SocketAddress known = nodes.addressOf(sender);
        SocketAddress to = known == null ? repair.source : known;
        if (to == null || held.isWaiting(repair.typeId, sender)) {
            repair.due = now + NOBODY_TO_ASK;
            return;
        }
        long end = repair.backlog.hasRoom(Long.MAX_VALUE, MessageLayout.MAX_DATAGRAM)
                ? Repair.NEVER
                : Math.max(repair.backlog.end(), repair.tracker.last() + 1 + WITHOUT_ROOM);
        List<List<Missing>> requests = new Asking(repair, reassemblies).upTo(end);
        if (requests.isEmpty()) {
            boolean isComing = repair.isClaimed(repair.tracker.last() + 1);
            repair.due = isComing ? now + Asking.STILL_COMING : Repair.NEVER;
            return;
        }
        for (List<Missing> each : requests) {
            counters.increment(Counter.NAKS_SENT);
            messages.nak(repair.typeId, each, epochNanos, to);
            Missing latest = each.get(each.size() - 1);
            repair.askedEnd = Math.max(repair.askedEnd, latest.messages().end());
        }
        repair.due = now + spread(Math.min(LONGEST_RETRY, FIRST_RETRY << Math.min(repair.unanswered, MAX_DOUBLINGS)));
        repair.latestDue = repair.due;
        repair.unanswered++;
    }
}

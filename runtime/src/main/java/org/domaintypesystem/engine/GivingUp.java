package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Range;

/**
 * Puts notes into a {@link Backlog} of what will not come any more: what its sender does not have, and what has been missing for
 * too long. Each method says whether it has, so that what waited for that may go on. For one thread at a time.
 */
final class GivingUp {
    private static final long MILLI = 1_000_000;

    /** How long nothing may come of a sender that has taken its leave. */
    static final long PATIENCE_AFTER_LEAVE = 500 * MILLI;

    /** How many times as long as others a large message may take of which parts still come. */
    private static final int LARGE_PATIENCE = 6;

    private final Reassemblies reassemblies;
    private final long patience;

    /**
     * @param patience how long something is waited for, in nanoseconds
     */
    GivingUp(Reassemblies reassemblies, long patience) {
        this.reassemblies = reassemblies;
        this.patience = patience;
    }

    /**
     * The sender says that it does not have some messages: those of them are given up that it was asked for. What finds no room
     * is asked for again, but for what all others wait for.
     */
    boolean gone(Repair repair, Range gone, long now) {
        long end = Math.min(gone.end(), repair.askedEnd);
        long next = repair.tracker.last() + 1;
        List<HeldBack> missing = new ArrayList<>();
        repair.missing(
                gone.first(),
                end,
                (first, until, since) ->
                        (first == next || repair.backlog.hasRoom(first, missing.size() * HeldBack.OVERHEAD))
                                && missing.add(HeldBack.gone(first, until)));
        return addAll(repair, missing, now);
    }

    private static boolean addAll(Repair repair, List<HeldBack> notes, long now) {
        notes.forEach(each -> repair.backlog.add(each, now));
        return !notes.isEmpty();
    }

    /** All that has not come up to a sequence. */
    boolean upTo(Repair repair, long last, long now) {
        List<HeldBack> missing = new ArrayList<>();
        repair.missing(1, last + 1, (first, end, since) -> missing.add(HeldBack.gone(first, end)));
        long known = repair.last();
        if (last > known) {
            missing.add(HeldBack.gone(known + 1, last + 1));
        }
        return addAll(repair, missing, now);
    }

    /** What has been missing for too long. */
    boolean old(Repair repair, long now) {
        long leftAt = repair.tracker.leftAt;
        if (leftAt != 0 && now - Math.max(repair.progressAt, leftAt) >= PATIENCE_AFTER_LEAVE) {
            return upTo(repair, repair.last(), now);
        }
        repair.noteTail(now);
        List<Reassembly> coming = new ArrayList<>();
        List<HeldBack> old = new ArrayList<>();
        repair.missing(1, repair.tail() + 1, (first, end, since) -> {
            if (now - since < patience) {
                return false;
            }
            if (old.isEmpty()) {
                coming.addAll(reassemblies.of(repair.tracker.sender, repair.typeId));
            }
            long until = now - since >= LARGE_PATIENCE * patience ? end : beforeLarge(coming, first, end);
            if (until > first) {
                old.add(HeldBack.gone(first, until));
            }
            return until == end;
        });
        return addAll(repair, old, now);
    }

    /** The first of some sequences of which parts are there; {@code end} if there is none. */
    private static long beforeLarge(List<Reassembly> coming, long first, long end) {
        long before = end;
        for (Reassembly each : coming) {
            long sequence = each.whole.sequence();
            if (sequence >= first && sequence < before) {
                before = sequence;
            }
        }
        return before;
    }
}

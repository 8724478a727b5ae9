package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;

/** Puts together what one request asks for, the oldest first: messages, and parts of those of which some have come. */
final class Asking {
    /** So many messages at most. */
    static final int MAX_MESSAGES = 1024;

    /**
     * A message of which nothing has come for so long has been sent to its end, if its sender says so: the end may have been
     * on its way.
     */
    static final long STILL_COMING = 20_000_000;

    /**
     * Whoever was asked so often for parts, and sent nothing, may never have sent the others that are there: is asked for the
     * whole message.
     */
    private static final int TRIES_FOR_PARTS = 4;

    private final Repair repair;
    private final Reassemblies reassemblies;
    private final List<Reassembly> begun;
    private final List<Missing> all = new ArrayList<>();
    private int ranges = RepairMessages.MAX_RANGES;
    private long messages = MAX_MESSAGES;

    Asking(Repair repair, Reassemblies reassemblies) {
        this.repair = repair;
        this.reassemblies = reassemblies;
        this.begun = reassemblies.of(repair.tracker.sender, repair.typeId);
        begun.removeIf(each -> (each.whole.flags() & MessageLayout.REPAIRABLE) == 0
                || (repair.unanswered >= TRIES_FOR_PARTS && repair.isPassed(each.whole.sequence())));
        // Of several by the same sequence, some are forged: the one of which most has come is the best guess.
        begun.sort(Comparator.comparingLong((Reassembly each) -> each.whole.sequence())
                .thenComparingLong(each -> -each.bytes));
    }

    /**
     * What is missing, of the sequences up to before one.
     *
     * @return empty if nothing is
     */
    List<Missing> upTo(long end) {
        repair.missing(end, this::gap);
        return all;
    }

    private boolean gap(long first, long end, long since) {
        long next = first;
        for (Reassembly each : begun) {
            long sequence = each.whole.sequence();
            if (sequence >= next && sequence < end) {
                if (!add(next, sequence) || !add(each)) {
                    return false;
                }
                next = sequence + 1;
            }
        }
        return add(next, end);
    }

    /** Whether there is room for more. */
    private boolean add(long first, long end) {
        long count = Math.min(end - first, messages);
        if (count > 0) {
            all.add(new Missing(new Range(first, count), List.of()));
            messages -= count;
            ranges--;
        }
        return count == end - first && ranges > 0 && messages > 0;
    }

    private boolean add(Reassembly begun) {
        long sequence = begun.whole.sequence();
        boolean isAllSent =
                repair.isPassed(sequence) || (repair.isClaimed(sequence) && reassemblies.pause(begun) >= STILL_COMING);
        List<Range> parts = ranges < 2 ? List.of() : begun.missing(isAllSent, ranges - 1);
        if (!parts.isEmpty()) {
            all.add(new Missing(new Range(sequence, 1), parts));
            ranges -= 1 + parts.size();
            messages--;
        }
        return ranges > 1 && messages > 0;
    }
}

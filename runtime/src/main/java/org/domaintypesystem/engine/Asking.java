package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;

/** Puts together what is asked for at a time, the oldest first: messages, and parts of those of which some have come. */
final class Asking {
    /** So many messages at most, in so many requests. */
    static final int MAX_MESSAGES = 1024;

    static final int MAX_REQUESTS = 4;

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
    private final List<List<Missing>> requests = new ArrayList<>();
    private List<Missing> request = List.of();

    /** How many ranges the request has room for. */
    private int room;

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
     * @return what each request asks for; empty if nothing is
     */
    List<List<Missing>> upTo(long end) {
        repair.missing(1, end, this::gap);
        return requests;
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
            if (!hasRoom(1)) {
                return false;
            }
            request.add(new Missing(new Range(first, count), List.of()));
            messages -= count;
            room--;
        }
        return count == end - first;
    }

    private boolean add(Reassembly begun) {
        long sequence = begun.whole.sequence();
        boolean isAllSent =
                repair.isPassed(sequence) || (repair.isClaimed(sequence) && reassemblies.pause(begun) >= STILL_COMING);
        List<Range> parts = begun.missing(isAllSent, MAX_REQUESTS * RepairMessages.MAX_RANGES);
        for (int from = 0; from < parts.size(); ) {
            if (messages == 0 || !hasRoom(2)) {
                return false;
            }
            int to = Math.min(parts.size(), from + room - 1);
            request.add(new Missing(new Range(sequence, 1), List.copyOf(parts.subList(from, to))));
            messages--;
            room -= 1 + to - from;
            from = to;
        }
        return true;
    }

    private boolean hasRoom(int ranges) {
        if (room < ranges && requests.size() < MAX_REQUESTS) {
            request = new ArrayList<>();
            requests.add(request);
            room = RepairMessages.MAX_RANGES;
        }
        return room >= ranges;
    }
}

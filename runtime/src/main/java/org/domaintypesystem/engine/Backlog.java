package org.domaintypesystem.engine;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has come of one sender and type before its turn, in the order of its sequences: runs without a gap, with what is missing
 * between them. For one thread at a time.
 */
final class Backlog {
    /** What all backlogs may take, and do. */
    static final class Room {
        private final long ofOne;
        private final long ofAll;
        private long used;

        /**
         * @param ofOne how many bytes one may take
         * @param ofAll how many all may
         */
        Room(long ofOne, long ofAll) {
            this.ofOne = ofOne;
            this.ofAll = ofAll;
        }

        /** What all take, in bytes. */
        long used() {
            return used;
        }
    }

    /** Takes note of what is missing. */
    @FunctionalInterface
    interface Gaps {
        /**
         * Sequences that are neither there nor known to be gone.
         *
         * @param end behind the last one
         * @param since when that was found out
         * @return whether to go on
         */
        boolean gap(long first, long end, long since);
    }

    private static final class Run {
        final long since;
        HeldBack head;
        HeldBack tail;
        long end;

        Run(HeldBack only, long since) {
            this.since = since;
            this.head = only;
            this.tail = only;
            this.end = only.end;
        }
    }

    private final Room room;
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private long bytes;

    Backlog(Room room) {
        this.room = room;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Whether a sequence is there, or known to be gone. */
    boolean has(long sequence) {
        Map.Entry<Long, Run> at = runs.floorEntry(sequence);
        return at != null && sequence < at.getValue().end;
    }

    /** Behind the latest sequence that is there; 0 if none is. */
    long end() {
        Map.Entry<Long, Run> latest = runs.lastEntry();
        return latest == null ? 0 : latest.getValue().end;
    }

    /** Whether there is room for something; what lies behind all that is there leaves a quarter to what fills the gaps. */
    boolean hasRoom(long first, int length) {
        int size = HeldBack.OVERHEAD + length;
        return first < end() ? fits(size, room.ofOne, room.ofAll) : fits(size, room.ofOne / 4 * 3, room.ofAll / 4 * 3);
    }

    private boolean fits(int size, long most, long mostOfAll) {
        return bytes + size <= most && room.used + size <= mostOfAll;
    }

    /** Takes in what begins with a sequence that is not there. */
    void add(HeldBack held, long now) {
        Map.Entry<Long, Run> before = runs.floorEntry(held.first);
        Map.Entry<Long, Run> behind = runs.higherEntry(held.first);
        bytes += held.size();
        room.used += held.size();
        Run run;
        if (before != null && before.getValue().end == held.first) {
            run = before.getValue();
            run.tail.next = held;
            run.tail = held;
            run.end = held.end;
        } else {
            run = new Run(held, behind == null ? now : behind.getValue().since);
            runs.put(held.first, run);
        }
        while (behind != null && behind.getKey() <= run.end) {
            Run absorbed = behind.getValue();
            runs.remove(behind.getKey());
            run.tail.next = absorbed.head;
            run.tail = absorbed.tail;
            run.end = Math.max(run.end, absorbed.end);
            behind = runs.higherEntry(held.first);
        }
    }

    /** Whether {@link #take} has something to give. */
    boolean isDue(long last) {
        return !runs.isEmpty() && runs.firstKey() <= last + 1;
    }

    /**
     * Takes out what is next.
     *
     * @param last the sequence that was delivered last
     * @return null if that is missing
     */
    @Nullable
    HeldBack take(long last) {
        if (!isDue(last)) {
            return null;
        }
        Run run = runs.pollFirstEntry().getValue();
        HeldBack first = run.head;
        if (first.next != null) {
            run.head = first.next;
            first.next = null;
            runs.put(run.head.first, run);
        }
        bytes -= first.size();
        room.used -= first.size();
        return first;
    }

    /** Drops all runs that lie behind a sequence. */
    void dropBehind(long last) {
        Map<Long, Run> behind = runs.tailMap(last, false);
        for (Run run : behind.values()) {
            for (HeldBack each = run.head; each != null; each = each.next) {
                bytes -= each.size();
                room.used -= each.size();
            }
        }
        behind.clear();
    }

    /** Goes through what is missing, in order, of the sequences from one on up to before another. */
    void gaps(long from, long end, long tailSince, Gaps gaps) {
        long next = from;
        Long first = runs.floorKey(from);
        for (Map.Entry<Long, Run> each :
                runs.tailMap(first == null ? from : first).entrySet()) {
            long until = Math.min(end, each.getKey());
            if (next < until && !gaps.gap(next, until, each.getValue().since)) {
                return;
            }
            next = Math.max(next, each.getValue().end);
            if (next >= end) {
                return;
            }
        }
        if (next < end) {
            gaps.gap(next, end, tailSince);
        }
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** What is missing of one sender and type, and what waits for it. Times are those of a {@link WakingTime}. */
final class Repair {
    static final long NEVER = Long.MAX_VALUE;

    final InboundType type;
    final long typeId;
    final SenderTracker tracker;
    final Backlog backlog;

    /** Where its datagrams come from; null if that is not known. */
    @Nullable
    SocketAddress source;

    /** The latest sequence of which something has come, and when the first of that did. */
    private long heard;

    private long heardAt;

    /** The latest sequence that the sender says there is, and when it said so. */
    private long claimed;

    private long claimedAt;

    /** Up to where something has been missing behind the backlog, and since when. */
    private long tail;

    private long tailSince;

    /** Behind the latest sequence that was asked for. */
    long askedEnd;

    /** When to ask next, and when to do so whatever comes. */
    long due = NEVER;

    long latestDue;

    /** When to look next at what has been missing for too long. */
    long lookDue;

    /** How often it was asked since something came. */
    int unanswered;

    /** When something came that was missing. */
    long progressAt;

    /** When anything came of the sender that concerns this. */
    long spokeAt;

    /** Whether what waits may go on. */
    boolean isReady;

    Repair(InboundType type, long typeId, SenderTracker tracker, Backlog backlog, long now) {
        this.type = type;
        this.typeId = typeId;
        this.tracker = tracker;
        this.backlog = backlog;
        this.heard = tracker.last();
        this.heardAt = now;
        this.lookDue = now + Repairs.LOOK_PAUSE;
        this.progressAt = now;
        this.spokeAt = now;
        this.tailSince = now;
    }

    /** When something is to be done. */
    long nextDue() {
        return Math.min(due, lookDue);
    }

    /** The latest sequence that there is, as far as is known. */
    long last() {
        return Math.max(tracker.last(), Math.max(heard, claimed));
    }

    boolean isDone() {
        return backlog.isEmpty() && last() == tracker.last();
    }

    /** Whether a sequence has neither come nor been given up. */
    boolean isMissing(long sequence) {
        return sequence > tracker.last() && sequence <= last() && !backlog.has(sequence);
    }

    /** Something has come of a sequence. */
    void hears(long sequence, long now) {
        if (sequence > heard) {
            heard = sequence;
            heardAt = now;
            noteTail(now);
        }
    }

    /** The sender has said that it has come that far at least. */
    void claims(long last, long now) {
        if (last > claimed) {
            claimed = last;
            claimedAt = now;
            noteTail(now);
        }
    }

    /**
     * The sender says that it has come no further: what there was of later sequences was not its own, unless it has overtaken
     * this.
     *
     * @param longest how long that may take
     */
    void denies(long last, long now, long longest) {
        if (last < claimed && now - claimedAt >= longest) {
            claimed = last;
        }
        if (last < heard && now - heardAt >= longest) {
            heard = Math.max(last, tracker.last());
            backlog.dropBehind(heard);
        }
        tail = Math.min(tail, last());
    }

    /** Whether the sender has gone on to other messages since one of which parts have come. */
    boolean isPassed(long sequence) {
        return sequence < heard;
    }

    /** Whether the sender says that it has sent all of a message. */
    boolean isClaimed(long sequence) {
        return sequence <= claimed;
    }

    /** Takes note of what is missing behind the backlog, unless it waits for what was before. */
    void noteTail(long now) {
        if (tail < Math.max(tracker.last() + 1, backlog.end())) {
            tail = last();
            tailSince = now;
        }
    }

    /** Goes through what is missing of the sequences from one on up to before another. */
    void missing(long from, long end, Backlog.Gaps gaps) {
        backlog.gaps(Math.max(from, tracker.last() + 1), Math.min(end, last() + 1), tailSince, gaps);
    }

    /** As far as something has been missing behind the backlog for as long as it is said to be. */
    long tail() {
        return tail;
    }
}

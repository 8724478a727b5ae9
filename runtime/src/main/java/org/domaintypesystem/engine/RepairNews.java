package org.domaintypesystem.engine;

/**
 * When to say of a stream what is kept, and what is gone: heartbeats, when it has been silent for a while or somebody asks for
 * what has not been sent yet; and gaps, when somebody asks for what is gone. Neither is said again at once. For the receiving
 * thread.
 */
final class RepairNews {
    private static final long MILLI = 1_000_000;
    static final long NEVER = Long.MAX_VALUE >> 1;

    /** Silence before the first heartbeat; each one after that comes after twice as long, up to the longest. */
    static final long FIRST_PAUSE = 100 * MILLI;

    static final long LONGEST_PAUSE = 2_000 * MILLI;

    /** What was said is not said again so soon after: to those who ask within that time it is said together. */
    static final long RESPITE = 10 * MILLI;

    /** When the stream had sent for the last time; nothing is known yet before it has. */
    private boolean hasSent;

    private long sentAt;

    /** The next heartbeat, unless all has been said. */
    private boolean isBeating;

    private long due;
    private long pause;

    private boolean isAsked;
    private boolean hasBeaten;
    private long beatAt;

    /** The oldest sequence that is gone and was asked for; 0: none was. */
    private long gone;

    private boolean hasToldGap;
    private long toldGapAt;

    /** Somebody asks for what has not been sent. */
    void askHeartbeat() {
        isAsked = true;
    }

    /** Somebody asks for what is gone, from a sequence on. */
    void askGap(long first) {
        gone = gone == 0 ? first : Math.min(gone, first);
    }

    /** Has a heartbeat sent now, and others soon, if anything is kept; whether that is so. */
    boolean beatNow(RepairableStream stream, long now) {
        notice(stream);
        boolean isKept = stream.firstRetained() <= stream.last();
        if (isKept) {
            isBeating = true;
            due = now;
            pause = FIRST_PAUSE / 2;
        }
        return isKept;
    }

    /**
     * Says what is due.
     *
     * @return when to call again
     */
    long tick(RepairableStream stream, RepairMessages messages, Counters counters, long now, long epochNanos) {
        notice(stream);
        boolean isRegular = isBeating && due - now <= 0;
        if (isRegular || (isAsked && isOver(hasBeaten, beatAt, now))) {
            isAsked = false;
            beat(stream, messages, now, epochNanos, isRegular);
        }
        if (gone != 0 && isOver(hasToldGap, toldGapAt, now)) {
            tellGap(stream, messages, counters, now, epochNanos);
        }
        return nextTick(now);
    }

    private static boolean isOver(boolean hasBeen, long at, long now) {
        return !hasBeen || now - at >= RESPITE;
    }

    /** Finds out whether something has been sent. */
    private void notice(RepairableStream stream) {
        if (stream.hasSent() && !(hasSent && stream.lastSentAt() == sentAt)) {
            hasSent = true;
            sentAt = stream.lastSentAt();
            isBeating = true;
            pause = FIRST_PAUSE;
            due = sentAt + pause;
        }
    }

    private void beat(RepairableStream stream, RepairMessages messages, long now, long epochNanos, boolean isRegular) {
        long firstRetained = stream.firstRetained();
        long last = stream.last();
        messages.heartbeat(
                stream.typeId,
                new RepairMessages.Heartbeat(Math.min(firstRetained, last + 1), last),
                epochNanos,
                stream.group);
        hasBeaten = true;
        beatAt = now;
        if (isRegular) {
            isBeating = firstRetained <= last;
            pause = Math.min(LONGEST_PAUSE, pause * 2);
            due = now + pause;
            stream.unwatch();
            notice(stream);
        }
    }

    private void tellGap(
            RepairableStream stream, RepairMessages messages, Counters counters, long now, long epochNanos) {
        long count = stream.firstRetained() - gone;
        if (count > 0) {
            messages.gap(stream.typeId, new RepairMessages.Range(gone, count), epochNanos, stream.group);
            counters.increment(Counter.GAPS_SENT);
            hasToldGap = true;
            toldGapAt = now;
        }
        gone = 0;
    }

    private long nextTick(long now) {
        long next = now + NEVER;
        if (isBeating) {
            next = Math.min(next, due);
        }
        if (isAsked) {
            next = Math.min(next, beatAt + RESPITE);
        }
        if (gone != 0) {
            next = Math.min(next, toldGapAt + RESPITE);
        }
        return next;
    }
}

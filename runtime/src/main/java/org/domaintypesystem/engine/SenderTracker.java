package org.domaintypesystem.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What has been heard of one sender in one type. The first sequence heard is the base; from there on every sequence is
 * delivered, or reported missing exactly once. Of a sender that is verified nothing is implausible, and no sequence goes back.
 */
final class SenderTracker {
    /** How many of the latest sequences are remembered one by one. */
    static final int WINDOW = 1024;

    /**
     * How far ahead a sequence is believed at once. One that is further ahead must be confirmed by another one close
     * behind it, so that a single forged datagram cannot make the messages of the real sender look old.
     */
    static final int MAX_JUMP = WINDOW;

    /**
     * How far behind a sequence is just old. A copy cannot lag by more than this; where the sequences of a sender do, a
     * forger has led us ahead, and two that continue each other lead back.
     */
    static final int MAX_LAG = 1 << 20;

    /** The last one that there is: ends of runs lie behind it. */
    static final long LAST_SEQUENCE = Long.MAX_VALUE - 1;

    enum Verdict {
        /** Newer than all before it. */
        NEW,
        /** Newer, and the sequences from {@link #missingFirst} on are missing. */
        NEW_AFTER_GAP,
        DUPLICATE,
        LATE,
        STALE,
        IMPLAUSIBLE
    }

    final long sender;

    /** Whether only the sender itself can have sent what comes of it. */
    final boolean isVerified;

    /** Neighbours in the order of the latest message; kept by {@link SenderTrackers}. */
    @Nullable
    SenderTracker older;

    @Nullable
    SenderTracker newer;

    /** Whether its sender keeps what it sends, for those who miss it. */
    boolean isRepairable;

    /** What is being done about what is missing; null if nothing is, or nothing can be done. */
    @Nullable
    Repair repair;

    /** When the sender took its leave, as {@link Repairs} tells the time; 0 if it did not. */
    long leftAt;

    private final long[] window = new long[WINDOW / Long.SIZE];
    private long last;
    private long suspect;

    /** When the sender said that it had sent {@link #suspect}, by its own clock. */
    private long suspectTime;

    private long missingFirst;

    SenderTracker(long sender, long base, boolean isVerified) {
        this.sender = sender;
        this.isVerified = isVerified;
        restart(base);
    }

    /** Judges a sequence and takes note of it. */
    Verdict accept(long sequence) {
        long ahead = sequence - last;
        if (ahead > 0) {
            if (ahead > MAX_JUMP && !isVerified && !confirms(sequence)) {
                suspect = sequence;
                return Verdict.IMPLAUSIBLE;
            }
            missingFirst = last + 1;
            advance(sequence);
            return ahead == 1 ? Verdict.NEW : Verdict.NEW_AFTER_GAP;
        }
        if (-ahead < WINDOW) {
            if (isMarked(sequence)) {
                return Verdict.DUPLICATE;
            }
            mark(sequence);
            return Verdict.LATE;
        }
        if (isVerified || -ahead <= MAX_LAG) {
            return Verdict.STALE;
        }
        if (!confirms(sequence)) {
            suspect = sequence;
            return Verdict.IMPLAUSIBLE;
        }
        restart(sequence);
        return Verdict.NEW;
    }

    /** Whether a message of this sequence would be of no use, as it has come or is too old to tell. Takes no note. */
    boolean isPast(long sequence) {
        long behind = last - sequence;
        return behind >= WINDOW ? isVerified || behind <= MAX_LAG : behind >= 0 && isMarked(sequence);
    }

    /**
     * The sender says that it has published up to a sequence, and whatever was on its way has had time to come.
     *
     * @return how many messages after the latest one are missing, from {@link #missingFirst} on; 0 if that cannot be
     */
    long expect(long sequence) {
        long ahead = sequence - last;
        return ahead <= 0 || (ahead > MAX_LAG && !isVerified) ? 0 : giveUp(sequence);
    }

    /**
     * What has not come up to a sequence, which is later than the latest, is missing.
     *
     * @return how many, from {@link #missingFirst} on
     */
    long giveUp(long sequence) {
        long ahead = sequence - last;
        missingFirst = last + 1;
        advance(sequence);
        window[index(sequence)] &= ~(1L << sequence);
        return ahead;
    }

    /**
     * Whether a message may be that far ahead of the latest sequence that is known. If not, it is taken note of: one close
     * behind it may.
     */
    boolean believes(long sequence, long known) {
        boolean isNear = isVerified || sequence - known <= MAX_JUMP || confirms(sequence);
        suspect = isNear ? 0 : sequence;
        suspectTime = 0;
        return isNear;
    }

    /**
     * As {@link #believes(long, long)}, for what a sender says of itself: it confirms that by saying it again.
     *
     * @param time when it said so, by its own clock
     */
    boolean believes(long sequence, long known, long time) {
        boolean isNear = (sequence == suspect && time != suspectTime && suspectTime != 0) || believes(sequence, known);
        suspect = isNear ? 0 : sequence;
        suspectTime = isNear ? 0 : time;
        return isNear;
    }

    long last() {
        return last;
    }

    /** First missing sequence, after a verdict of a gap; the last one precedes the message's own. */
    long missingFirst() {
        return missingFirst;
    }

    private boolean confirms(long sequence) {
        return suspect != 0 && sequence > suspect && sequence - suspect <= MAX_JUMP;
    }

    private void restart(long base) {
        // What precedes the base was never reported missing: it counts as having been there.
        Arrays.fill(window, -1);
        last = base;
        suspect = 0;
    }

    private void advance(long sequence) {
        if (sequence - last >= WINDOW) {
            Arrays.fill(window, 0);
        } else {
            for (long skipped = last + 1; skipped < sequence; skipped++) {
                window[index(skipped)] &= ~(1L << skipped);
            }
        }
        last = sequence;
        suspect = 0;
        mark(sequence);
    }

    private boolean isMarked(long sequence) {
        return (window[index(sequence)] & 1L << sequence) != 0;
    }

    private void mark(long sequence) {
        window[index(sequence)] |= 1L << sequence;
    }

    private static int index(long sequence) {
        return (int) (sequence & WINDOW - 1) >>> 6;
    }
}

package org.domaintypesystem.engine;

import org.domaintypesystem.seal.CounterKind;
import org.jspecify.annotations.Nullable;

/**
 * A sender that has proven, with a key, that it is there. What it says from then on is judged by its own clock: a message is
 * fresh if it is not much older than what it has said last.
 */
final class Contact {
    /** How far behind the latest message, in nanoseconds of the sender's clock, one may be that was sent at the same time. */
    static final long FRESH = 5_000_000_000L;

    /** For how long the latest message tells what the sender's clock shows. */
    private static final long TRUSTED = 60_000_000_000L;

    /** For how long a proof leaves nothing to ask. */
    private static final long JUST_PROVEN = 1_000_000_000L;

    final long sender;
    final int keyId;

    private final ReplayWindow control = new ReplayWindow();
    private final ReplayWindow replies = new ReplayWindow();

    /** Control messages with this number or a lower one were sent before the proof: of these, only what is not older than a moment. */
    private final long proofSequence;

    private final long since;

    /** What the sender's clock has shown, and when by the clock here. */
    private long latest;

    private long latestAt;
    private long provenAt;

    @Nullable
    Contact older;

    @Nullable
    Contact newer;

    /**
     * @param proofSequence the number of the proof among control messages
     * @param timestamp of the proof, by the sender's clock
     * @param now when it came
     */
    Contact(long sender, int keyId, long proofSequence, long timestamp, long now) {
        this.sender = sender;
        this.keyId = keyId;
        this.proofSequence = proofSequence;
        this.since = timestamp - FRESH;
        proven(timestamp, now);
    }

    /** It has proven again that it is there. */
    void proven(long timestamp, long now) {
        provenAt = now;
        latest = timestamp;
        latestAt = now;
    }

    /** Whether there is nothing to gain by another proof. */
    boolean isJustProven(long now) {
        return now - provenAt < JUST_PROVEN;
    }

    /** Whether a message was sent just now, as far as can be told. */
    boolean isFresh(long timestamp, long now) {
        long elapsed = now - latestAt;
        return elapsed <= TRUSTED && timestamp >= latest + elapsed - FRESH;
    }

    /** Whether a message that is numbered with all others of its kind has not come yet. */
    boolean isNew(CounterKind kind, long sequence, long timestamp) {
        // Replies are to queries that are open, so that old ones are no danger. And clocks may be set.
        boolean isSinceProof = kind == CounterKind.REPLY || sequence > proofSequence || timestamp >= since;
        return isSinceProof && window(kind).isNew(sequence);
    }

    /** Such a message has come, whole. */
    void take(CounterKind kind, long sequence, long timestamp, long now) {
        window(kind).take(sequence);
        if (timestamp > latest) {
            latest = timestamp;
            latestAt = now;
        }
    }

    private ReplayWindow window(CounterKind kind) {
        return kind == CounterKind.REPLY ? replies : control;
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.seal.CounterKind;
import org.domaintypesystem.seal.Opener;

/** A sender that is asked to prove that it is there, and what has come of it meanwhile. */
final class FirstContact {
    /** How many messages wait. */
    static final int MAX_WAITING = 64;

    /**
     * A message that waits, opened.
     *
     * @param fragmentCount 0 if it is no fragment
     * @param receivedAt nanoseconds since the epoch
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Waiting(
            byte[] message,
            CounterKind kind,
            long typeId,
            long sequence,
            int fragmentIndex,
            int fragmentCount,
            long timestamp,
            long receivedAt,
            SocketAddress source) {

        private boolean isSame(Opener other) {
            return sequence == other.sequence()
                    && typeId == other.typeId()
                    && kind == other.kind()
                    && fragmentIndex == other.fragmentIndex();
        }
    }

    final long sender;
    final int keyId;
    final long typeId;
    final ChallengeMessages.Nonce nonce;

    /** Where the latest message of the sender, by its own clock, has come from: what others play back is older. */
    SocketAddress source;

    private long latest;

    int asked;
    long due;
    private final List<Waiting> waiting = new ArrayList<>();

    FirstContact(Opener first, SocketAddress source, ChallengeMessages.Nonce nonce, long due) {
        this.sender = first.sender();
        this.keyId = first.keyId();
        this.typeId = first.typeId();
        this.nonce = nonce;
        this.source = source;
        this.latest = first.timestamp();
        this.due = due;
    }

    boolean isOf(long ofSender, int ofKey) {
        return sender == ofSender && keyId == ofKey;
    }

    /** Takes note of where a message has come from. */
    void heard(long timestamp, SocketAddress from) {
        if (timestamp > latest) {
            latest = timestamp;
            source = from;
        }
    }

    boolean isWaiting(Opener opened) {
        for (Waiting each : waiting) {
            if (each.isSame(opened)) {
                return true;
            }
        }
        return false;
    }

    boolean isFull() {
        return waiting.size() == MAX_WAITING;
    }

    void add(Waiting message) {
        waiting.add(message);
    }

    /** Takes out what is the oldest by the sender's clock, if it is older than another, and returns its size; 0: nothing. */
    int dropOlderThan(long timestamp) {
        int oldest = 0;
        for (int i = 1; i < waiting.size(); i++) {
            if (waiting.get(i).timestamp < waiting.get(oldest).timestamp) {
                oldest = i;
            }
        }
        if (waiting.isEmpty() || waiting.get(oldest).timestamp >= timestamp) {
            return 0;
        }
        return waiting.remove(oldest).message.length;
    }

    /** In the order in which they came. */
    List<Waiting> waiting() {
        return waiting;
    }
}

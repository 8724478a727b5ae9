package org.domaintypesystem;

import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.engine.RetainedMessages;
import org.domaintypesystem.keys.KeyRing;
import org.jspecify.annotations.Nullable;

/** What a node says of the trouble that its listeners, and the senders it hears, cause. Never throws. */
final class NodeLog {
    /** So many differences between versions are told at once. */
    private static final int MAX_MISMATCHES = 100;

    private final RateLimitedLog undecodableLog;
    private final RateLimitedLog failureLog;
    private final RateLimitedLog rejectionLog;
    private final RateLimitedLog conflictLog;
    private final RateLimitedLog transportLog;
    private final RateLimitedLog crowdLog;
    private final RateLimitedLog eventLog;
    private final RateLimitedLog queryLog;
    private final RateLimitedLog mismatchLog;
    private final AtomicLong mismatches = new AtomicLong();
    private final String node;

    /**
     * @param nanoTime the time, in nanoseconds that never go back
     */
    NodeLog(String node, LongSupplier nanoTime) {
        this.node = node;
        this.undecodableLog = new RateLimitedLog(nanoTime);
        this.failureLog = new RateLimitedLog(nanoTime);
        this.rejectionLog = new RateLimitedLog(nanoTime);
        this.conflictLog = new RateLimitedLog(nanoTime);
        this.transportLog = new RateLimitedLog(nanoTime);
        this.queryLog = new RateLimitedLog(nanoTime);
        this.crowdLog = new RateLimitedLog(nanoTime);
        this.eventLog = new RateLimitedLog(nanoTime);
        this.mismatchLog = new RateLimitedLog(nanoTime);
    }

    void undecodable(String type, long sender, Throwable cause) {
        if (cause instanceof DecodeException) {
            undecodableLog.warn(() -> notOfType(type, sender) + ": " + cause, null);
        } else {
            undecodableLog.warn(() -> notOfType(type, sender), cause);
        }
    }

    private String notOfType(String type, long sender) {
        return "%s: dropped a message of sender %016x that is not a %s".formatted(node, sender, type);
    }

    void listenerFailed(String type, Throwable cause) {
        failureLog.warn(() -> node + ": a listener of " + type + " threw", cause);
    }

    void answererFailed(String type, Throwable cause) {
        failureLog.warn(() -> node + ": an answerer of " + type + " threw", cause);
    }

    void queryRefused(SocketAddress source) {
        queryLog.warn(() -> node + ": dropped a query of " + source + ", since there are too many", null);
    }

    void conflict(Supplier<String> peer, String theirs, String ours, long typeId) {
        conflictLog.warn(
                () ->
                        "%s: %s means %s by the type id %016x, which is %s here: its messages of that type are ignored; give one of the two another id or name"
                                .formatted(node, peer.get(), theirs, typeId, ours),
                null);
    }

    void crowded(long sender) {
        crowdLog.warn(
                () ->
                        "%s: ignored something that sender %016x announced: there are more nodes or types on the network than are remembered"
                                .formatted(node, sender),
                null);
    }

    void eventsLost() {
        eventLog.warn(() -> node + ": a listener of nodes or versions is too slow: events are lost", null);
    }

    void lastValuesFull(String type) {
        warn(
                ("%s has more than %d keys: the last values of further ones are not kept for listeners that join later; have"
                                + " fewer parts of it marked with @DtsKey, or retain nothing")
                        .formatted(type, RetainedMessages.MAX_SUBJECTS));
    }

    void rejected() {
        rejectionLog.warn(() -> node + ": received what this version of the protocol does not understand", null);
    }

    void transportFailed(String what, Throwable cause) {
        transportLog.warn(() -> node + ": " + what + " failed", cause);
    }

    void mismatch(Mismatch mismatch) {
        Level level = mismatch.kind() == Mismatch.Kind.COMPATIBLE ? Level.INFO : Level.WARNING;
        if (mismatches.getAndIncrement() < MAX_MISMATCHES) {
            SafeLog.log(level, () -> node + ": " + mismatch, null);
        } else {
            mismatchLog.warn(() -> node + ": " + mismatch, null);
        }
    }

    void noSchema(String type, Throwable cause) {
        mismatchLog.warn(() -> node + ": cannot tell others what " + type + " looks like", cause);
    }

    void refusedSchema(long typeId, long schemaId, long sender, String why) {
        rejectionLog.warn(
                () -> "%s: sender %016x gave as schema %016x of type %016x what is none: %s"
                        .formatted(node, sender, schemaId, typeId, why),
                null);
    }

    void tooManyTypes(String type, int most) {
        rejectionLog.warn(
                () -> "%s: does not listen to %s: it listens to %d types already".formatted(node, type, most), null);
    }

    /**
     * Says whether there are keys, and which: not what they are.
     *
     * @param keys null: there are none
     */
    void keys(@Nullable KeyRing keys) {
        if (keys == null) {
            changed("has no keys: whoever is on the network can read what it sends, and send what it hears");
        } else {
            debug(() -> "seals with " + keys);
        }
    }

    void warn(String what) {
        SafeLog.log(Level.WARNING, () -> node + ": " + what, null);
    }

    void changed(String what) {
        SafeLog.log(Level.INFO, () -> node + ": " + what, null);
    }

    void silence(Level level, String what) {
        SafeLog.log(level, () -> node + ": " + what, null);
    }

    void debug(Supplier<String> what) {
        SafeLog.log(Level.DEBUG, () -> node + ": " + what.get(), null);
    }
}

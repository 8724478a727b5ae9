package org.domaintypesystem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.LongAdder;
import org.domaintypesystem.codec.DecodeException;

/** What a node says and counts of the trouble that its listeners, and the senders it hears, cause. */
final class NodeLog {
    private static final Logger LOGGER = System.getLogger("org.domaintypesystem");

    final LongAdder delivered = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder undecodable = new LongAdder();
    final LongAdder failures = new LongAdder();

    private final RateLimitedLog undecodableLog = new RateLimitedLog(LOGGER);
    private final RateLimitedLog failureLog = new RateLimitedLog(LOGGER);
    private final RateLimitedLog rejectionLog = new RateLimitedLog(LOGGER);
    private final RateLimitedLog transportLog = new RateLimitedLog(LOGGER);
    private final String node;

    NodeLog(String node) {
        this.node = node;
    }

    void undecodable(String type, long sender, Throwable cause) {
        undecodable.increment();
        String message =
                "%s: dropped a message of sender %016x that is not a %s: %s".formatted(node, sender, type, cause);
        undecodableLog.warn(message, cause instanceof DecodeException ? null : cause);
    }

    void listenerFailed(String type, Throwable cause) {
        failures.increment();
        failureLog.warn(node + ": a listener of " + type + " threw", cause);
    }

    void rejected() {
        rejectionLog.warn(node + ": received what this version of the protocol does not understand", null);
    }

    void transportFailed(String what, Throwable cause) {
        transportLog.warn(node + ": " + what + " failed", cause);
    }

    void warn(String what) {
        LOGGER.log(Level.WARNING, node + ": " + what);
    }

    void debug(String what) {
        LOGGER.log(Level.DEBUG, node + ": " + what);
    }
}

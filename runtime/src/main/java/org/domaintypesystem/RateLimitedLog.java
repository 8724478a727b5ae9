package org.domaintypesystem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Warns of one kind of trouble, at most once in ten seconds, however often strangers or users cause it. */
final class RateLimitedLog {
    private static final long INTERVAL_NANOS = 10_000_000_000L;

    private final Logger logger;
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());
    private final AtomicLong unsaid = new AtomicLong();

    RateLimitedLog(Logger logger) {
        this.logger = logger;
    }

    /**
     * @param cause null if the message says it all
     */
    void warn(String message, @Nullable Throwable cause) {
        if (!mayWarn()) {
            return;
        }
        long more = unsaid.getAndSet(0);
        String text = more == 0 ? message : message + " (and " + more + " times that were not logged)";
        if (cause == null) {
            logger.log(Level.WARNING, text);
        } else {
            logger.log(Level.WARNING, text, cause);
        }
    }

    /** Whether a warning would be logged; if not, it is counted as not logged. */
    private boolean mayWarn() {
        long now = System.nanoTime();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + INTERVAL_NANOS)) {
            return true;
        }
        unsaid.getAndIncrement();
        return false;
    }
}

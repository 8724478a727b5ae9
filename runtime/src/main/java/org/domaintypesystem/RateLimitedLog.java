package org.domaintypesystem;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Warns of one kind of trouble, at most once in ten seconds, however often strangers or users cause it. Never throws, not
 * even if a message cannot be built.
 */
final class RateLimitedLog {
    private static final long INTERVAL_NANOS = 10_000_000_000L;

    private final LongSupplier nanoTime;
    private final AtomicLong quietUntil;
    private final AtomicLong unsaid = new AtomicLong();

    /**
     * @param nanoTime the time, in nanoseconds that never go back
     */
    RateLimitedLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.quietUntil = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * @param message asked for only if it is logged
     * @param cause null if the message says it all
     */
    void warn(Supplier<String> message, @Nullable Throwable cause) {
        if (!mayWarn()) {
            return;
        }
        long more = unsaid.getAndSet(0);
        String suffix = more == 0 ? "" : " (and " + more + " times that were not logged)";
        SafeLog.log(Level.WARNING, () -> message.get() + suffix, cause);
    }

    /** Whether a warning would be logged; if not, it is counted as not logged. */
    private boolean mayWarn() {
        long now = nanoTime.getAsLong();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + INTERVAL_NANOS)) {
            return true;
        }
        unsaid.getAndIncrement();
        return false;
    }
}

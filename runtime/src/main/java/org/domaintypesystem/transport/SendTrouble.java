package org.domaintypesystem.transport;

/**
 * Whether people need to hear that sending fails: not if an interface has just gone, which is noticed and mended soon, and not
 * each time. For one thread at a time.
 */
final class SendTrouble {
    /** Nanoseconds for which sending has to fail. By then, somebody has looked whether the interface is still there. */
    static final long PATIENCE = 2_000_000_000L;

    /** Nanoseconds until it is said again. */
    static final long QUIET = 60_000_000_000L;

    private boolean isFailing;
    private long dueAt;

    void worked() {
        isFailing = false;
    }

    /** Whether to say so now. */
    boolean failed(long now) {
        if (!isFailing) {
            isFailing = true;
            dueAt = now + PATIENCE;
        }
        if (now - dueAt < 0) {
            return false;
        }
        dueAt = now + QUIET;
        return true;
    }
}

package org.domaintypesystem.engine;

import java.util.function.BooleanSupplier;

/**
 * Notices that no other node is heard, once. Whoever has been heard and falls silent without a farewell makes it listen up
 * again. Times are nanoseconds that never go back. For one thread at a time.
 */
public final class Silence {
    /** How long nothing is said of it. */
    public static final long PATIENCE = 30_000_000_000L;

    private final long self;
    private boolean isWatching = true;
    private boolean hasHeardOthers;
    private boolean hasHeardItself;
    private long due;

    /**
     * @param self the sender of this node
     * @param now when it joins
     */
    public Silence(long self, long now) {
        this.self = self;
        this.due = now + PATIENCE;
    }

    /** A message has come. */
    public void heard(long sender) {
        if (sender == self) {
            hasHeardItself = true;
        } else {
            hasHeardOthers = true;
        }
    }

    /** All other nodes that were known have fallen silent, and did not say that they leave. */
    public void forsaken(long now) {
        isWatching = true;
        hasHeardOthers = false;
        hasHeardItself = false;
        // Long enough for an announcement of its own.
        due = now + 2 * Presence.LONGEST_INTERVAL;
    }

    /** Whether what this node sends has come back to it. */
    public boolean hasHeardItself() {
        return hasHeardItself;
    }

    /**
     * Whether it is time to say that nobody is heard.
     *
     * @param isUsed whether this node publishes or listens to anything: if not, nobody needs to be heard yet
     */
    public boolean tick(long now, BooleanSupplier isUsed) {
        if (!isWatching || now - due < 0) {
            return false;
        }
        if (hasHeardOthers) {
            isWatching = false;
            return false;
        }
        if (!isUsed.getAsBoolean()) {
            due = now + PATIENCE;
            return false;
        }
        isWatching = false;
        return true;
    }

    /** In how many nanoseconds to call {@link #tick}, at least 1; {@link Long#MAX_VALUE} if there is no need. */
    public long pause(long now) {
        return isWatching ? Math.max(1, due - now) : Long.MAX_VALUE;
    }
}

package org.domaintypesystem;

import java.time.Instant;

/** The time of day as the protocol counts it. */
final class EpochClock {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** For so long the time of day is what a clock that is never set says: asking the other one makes an object. */
    private static final long LIFETIME = NANOS_PER_SECOND;

    /** What both clocks said at one moment. */
    private record Anchor(long nanoTime, long epochNanos) {
        static Anchor now() {
            Instant now = Instant.now();
            return new Anchor(System.nanoTime(), now.getEpochSecond() * NANOS_PER_SECOND + now.getNano());
        }
    }

    private static volatile Anchor anchor = Anchor.now();

    private EpochClock() {}

    /** Nanoseconds since the epoch, as precise as the system tells; a second late if the clock is set. */
    static long nanos() {
        Anchor last = anchor;
        long since = System.nanoTime() - last.nanoTime();
        if (since >= LIFETIME) {
            last = Anchor.now();
            anchor = last;
            since = 0;
        }
        return last.epochNanos() + since;
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}

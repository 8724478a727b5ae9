package org.domaintypesystem;

import java.time.Instant;

/** The time of day as the protocol counts it. */
final class EpochClock {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private EpochClock() {}

    /** Nanoseconds since the epoch, as precise as the system tells. */
    static long nanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}

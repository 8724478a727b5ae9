package org.domaintypesystem.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Virtual time as a time of day. */
final class VirtualClock extends Clock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long START_NANOS = START.getEpochSecond() * 1_000_000_000;

    private final Timeline timeline;
    private final ZoneId zone;

    VirtualClock(Timeline timeline) {
        this(timeline, ZoneOffset.UTC);
    }

    private VirtualClock(Timeline timeline, ZoneId zone) {
        this.timeline = timeline;
        this.zone = zone;
    }

    long epochNanos() {
        return START_NANOS + timeline.now();
    }

    @Override
    public Instant instant() {
        return START.plusNanos(timeline.now());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(timeline, other);
    }

    @Override
    public String toString() {
        return "virtual clock, " + instant();
    }
}

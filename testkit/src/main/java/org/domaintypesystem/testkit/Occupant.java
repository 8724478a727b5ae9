package org.domaintypesystem.testkit;

/** What can be occupied for a while by the code that it runs: a node's receiving side, or a worker. */
abstract class Occupant {
    final Timeline timeline;
    private long freeAt = Long.MIN_VALUE;

    Occupant(Timeline timeline) {
        this.timeline = timeline;
    }

    final boolean isOccupied() {
        return freeAt > timeline.now();
    }

    /** When it is free again. */
    final long freeAt() {
        return Math.max(freeAt, timeline.now());
    }

    /** Occupies it for so many nanoseconds more. */
    final void occupy(long nanos) {
        if (nanos > 0) {
            freeAt = Timeline.sum(freeAt(), nanos);
        }
    }
}

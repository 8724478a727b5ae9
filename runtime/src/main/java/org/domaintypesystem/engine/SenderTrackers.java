package org.domaintypesystem.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The senders of one type, at most so many: room for a further one is made by forgetting the one idle for longest. */
final class SenderTrackers {
    private final LongMap<SenderTracker> bySender;
    private final int capacity;
    private @Nullable SenderTracker oldest;
    private @Nullable SenderTracker newest;

    SenderTrackers(int capacity, long seed) {
        this.capacity = capacity;
        this.bySender = new LongMap<>(seed);
    }

    /** The tracker of a sender, which is now the one heard last; null if the sender is not known. */
    @Nullable
    SenderTracker heard(long sender) {
        SenderTracker tracker = bySender.get(sender);
        if (tracker != null && tracker != newest) {
            unlink(tracker);
            append(tracker);
        }
        return tracker;
    }

    /** The tracker of a sender; null if the sender is not known. */
    @Nullable
    SenderTracker get(long sender) {
        return bySender.get(sender);
    }

    /**
     * Takes a new sender in, which is now the {@link #newest}.
     *
     * @param isVerified whether only the sender itself can have sent what comes of it
     * @return the one that was forgotten for it, if any
     */
    @Nullable
    SenderTracker add(long sender, long base, boolean isVerified) {
        SenderTracker evicted = bySender.size() < capacity ? null : oldest;
        if (evicted != null) {
            unlink(evicted);
            bySender.remove(evicted.sender);
        }
        SenderTracker tracker = new SenderTracker(sender, base, isVerified);
        bySender.put(sender, tracker);
        append(tracker);
        return evicted;
    }

    /** The one heard last, of at least one. */
    SenderTracker newest() {
        return Objects.requireNonNull(newest);
    }

    int size() {
        return bySender.size();
    }

    private void append(SenderTracker tracker) {
        tracker.older = newest;
        tracker.newer = null;
        if (newest == null) {
            oldest = tracker;
        } else {
            newest.newer = tracker;
        }
        newest = tracker;
    }

    private void unlink(SenderTracker tracker) {
        if (tracker.older == null) {
            oldest = tracker.newer;
        } else {
            tracker.older.newer = tracker.newer;
        }
        if (tracker.newer == null) {
            newest = tracker.older;
        } else {
            tracker.newer.older = tracker.older;
        }
    }
}

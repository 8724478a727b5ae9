package org.domaintypesystem.testkit;

import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Virtual time, and what happens in it, one event after another on the thread that asks for it. */
final class Timeline {
    private final EventQueue events = new EventQueue();

    /** Workers that have been woken. A listener is called at once after what woke it, before anything else arrives. */
    private final ArrayDeque<Event> ready = new ArrayDeque<>();

    private long now;
    private @Nullable Thread running;
    private @Nullable Occupant occupant;

    /** Nanoseconds since the network began. */
    long now() {
        return now;
    }

    static long sum(long time, long nanos) {
        long sum = time + nanos;
        return sum < time ? Long.MAX_VALUE : sum;
    }

    void add(long time, Event event) {
        confine();
        events.add(time, event);
    }

    void addReady(Event event) {
        confine();
        ready.add(event);
    }

    /** While a network runs, only the code that it runs may touch it: anything else would come at a moment by chance. */
    void confine() {
        Thread owner = running;
        if (owner != null && owner != Thread.currentThread()) {
            throw new IllegalStateException("the virtual network runs on thread '" + owner.getName()
                    + "', and was used by thread '" + Thread.currentThread().getName()
                    + "' meanwhile: let what it runs do its work without other threads");
        }
    }

    /** Runs until nothing is due any more at or before a time, or the condition holds; whether it does. */
    boolean run(long until, BooleanSupplier condition) {
        if (running != null) {
            throw new IllegalStateException("the virtual network is running: this is called by what it runs");
        }
        running = Thread.currentThread();
        try {
            while (!condition.getAsBoolean()) {
                Event event = ready.poll();
                if (event == null) {
                    long time = events.nextTime();
                    if (time > until || time == Long.MAX_VALUE) {
                        now = until;
                        return false;
                    }
                    now = Math.max(now, time);
                    event = events.take();
                }
                event.happen();
            }
            return true;
        } finally {
            running = null;
        }
    }

    boolean isQuiet() {
        return ready.isEmpty() && !events.hasForeground();
    }

    /** Has somebody run code of the node's, which may say that it takes a while. */
    void enter(Occupant who) {
        occupant = who;
    }

    void exit() {
        occupant = null;
    }

    /** Who runs code of a node's at this moment. */
    @Nullable
    Occupant occupant() {
        return occupant;
    }
}

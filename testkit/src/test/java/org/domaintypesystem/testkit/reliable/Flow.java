package org.domaintypesystem.testkit.reliable;

import java.util.concurrent.locks.LockSupport;

/** Publishes entries at a steady pace, on a thread of its own: small ones in batches, and now and then a large one. */
public final class Flow {
    private static final int BATCHES_PER_SECOND = 100;
    private static final long PERIOD = 1_000_000_000 / BATCHES_PER_SECOND;

    private final Entries entries;
    private final Load load;
    private final Thread thread = new Thread(this::run, "flow");
    private volatile boolean isStopped;

    /**
     * How much to publish.
     *
     * @param perSecond small ones
     * @param size of the content of a small one
     * @param pause milliseconds from one large one to the next
     * @param largeSize of the content of a large one
     */
    public record Load(int perSecond, int size, int pause, int largeSize) {}

    private Flow(Entries entries, Load load) {
        this.entries = entries;
        this.load = load;
    }

    public static Flow start(Entries entries, Load load) {
        Flow flow = new Flow(entries, load);
        flow.thread.setDaemon(true);
        flow.thread.start();
        return flow;
    }

    private void run() {
        long batchesForEachLarge = Math.max(1, (long) load.pause * BATCHES_PER_SECOND / 1000);
        long published = 0;
        long next = System.nanoTime();
        for (long batch = 1; !isStopped; batch++) {
            long due = batch * load.perSecond / BATCHES_PER_SECOND;
            entries.publish((int) (due - published), load.size);
            published = due;
            if (batch % batchesForEachLarge == 0) {
                entries.publish(1, load.largeSize);
            }
            // Who is late does not hurry to catch up.
            next = Math.max(next + PERIOD, System.nanoTime());
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Ends it. The last number. */
    public long stop() {
        isStopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return entries.last();
    }
}

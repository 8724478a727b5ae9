package org.domaintypesystem.testkit.reliable;

import java.util.concurrent.locks.LockSupport;
import org.domaintypesystem.Batch;
import org.domaintypesystem.Dts;

/** Publishes entries, so that numbers are sequences. For any thread. */
public final class Entries {
    private static final long REST = 1_000_000;

    private final Dts dts;
    private final EntryPublisher publisher;
    private long last;
    private long bytes;

    public Entries(Dts dts) {
        this.dts = dts;
        this.publisher = new EntryPublisher(dts);
    }

    /**
     * Publishes some more, one that is refused again and again until it is not.
     *
     * @param size of the content of each
     * @return the last number
     */
    public synchronized long publish(int count, int size) {
        try (Batch batch = dts.batch()) {
            for (int i = 0; i < count; i++) {
                Entry entry = Entry.of(last + 1, size);
                while (!publisher.publish(entry)) {
                    LockSupport.parkNanos(REST);
                }
                last++;
                bytes += size;
            }
        }
        return last;
    }

    /** The last number. */
    public synchronized long last() {
        return last;
    }

    /** What all of them hold, in bytes. */
    synchronized long bytes() {
        return bytes;
    }
}

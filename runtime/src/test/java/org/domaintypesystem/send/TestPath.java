package org.domaintypesystem.send;

import java.util.concurrent.locks.LockSupport;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.Resender;

/** Send paths on which nothing is sent again. */
final class TestPath {
    private TestPath() {}

    static SendPath to(DatagramOutput output, long maxLargeWaiting) {
        return to(output, maxLargeWaiting, 1 << 18);
    }

    static SendPath to(DatagramOutput output, long maxLargeWaiting, int ringBytes) {
        return new SendPath(
                new Departure(output, System::nanoTime, LockSupport::parkNanos),
                maxLargeWaiting,
                ringBytes,
                new Resender(new Counters()),
                null);
    }
}

package org.domaintypesystem.send;

import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.Resender;

/** Send paths on which nothing is sent again. */
final class TestPath {
    private TestPath() {}

    static SendPath to(DatagramOutput output, long maxLargeWaiting) {
        return new SendPath(output, maxLargeWaiting, new Resender(new Counters()), System::nanoTime);
    }

    static SendPath to(DatagramOutput output, long maxLargeWaiting, int ringBytes) {
        return new SendPath(output, maxLargeWaiting, ringBytes, new Resender(new Counters()), System::nanoTime);
    }
}

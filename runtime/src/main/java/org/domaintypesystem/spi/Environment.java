package org.domaintypesystem.spi;

import java.io.IOException;

/** Everything that a node has from outside. */
public interface Environment extends Workers {
    /**
     * Joins the network.
     *
     * @param name of the node, for the names of threads
     * @param listener called by one thread at a time
     */
    Transport open(String name, TransportListener listener) throws IOException;

    /** The UDP port of all groups. */
    int port();

    /** The time of day, in nanoseconds since 1970-01-01T00:00:00Z. For any thread. */
    long epochNanos();

    /** A time that never goes back, in nanoseconds since some moment. For any thread. */
    long nanoTime();

    /** 64 bits that nobody outside can guess. For any thread. */
    long random();

    /** What the host is called, for people. */
    default String host() {
        return "localhost";
    }

    /** The process that the node is in, for people. */
    default long pid() {
        return ProcessHandle.current().pid();
    }
}

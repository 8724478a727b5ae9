package org.domaintypesystem.spi;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

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

    /**
     * Has the calling thread wait until something is so, or some time is over.
     *
     * @param isSo asked again and again, by the calling thread or another one
     * @param nanos how long at most
     */
    default void await(BooleanSupplier isSo, long nanos) throws InterruptedException {
        long begin = nanoTime();
        while (!isSo.getAsBoolean() && nanoTime() - begin < nanos) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** What the host is called, for people. */
    default String host() {
        return "localhost";
    }

    /** The process that the node is in, for people. */
    default long pid() {
        return ProcessHandle.current().pid();
    }
}

package org.domaintypesystem.spi;

import java.net.SocketAddress;

/** Takes what a transport receives, and what goes wrong there. */
public interface TransportListener {
    /**
     * A datagram, on the receiving thread.
     *
     * @param buffer holds it from index 0 on, and is reused after this call
     * @param length in bytes
     * @param source where an answer to its sender goes
     */
    void datagram(byte[] buffer, int length, SocketAddress source);

    /**
     * Time to do what is due, on the receiving thread. Called once when the transport opens, and from then on when it is
     * asked for.
     *
     * @param readUpTo a time of {@link Environment#nanoTime}: all datagrams that had arrived by then have been handed over. It
     *     may be long ago while they come faster than they are handled
     * @return in how many nanoseconds to call again, at least 1; {@link Long#MAX_VALUE}: not until {@link Transport#wake}
     */
    long tick(long readUpTo);

    /**
     * Something failed, and the transport goes on. From any thread.
     *
     * @param what for people
     */
    void failed(String what, Throwable cause);

    /**
     * Something is not as it should be, and whoever runs the node can mend it. Not again and again for the same. From any
     * thread.
     *
     * @param what says what to do, for people
     */
    void warned(String what);

    /**
     * The ways by which the transport sends and receives have changed. On the receiving thread.
     *
     * @param what says which there are now, for people
     * @param isFurther whether one has come by which others may not know this node yet
     */
    default void changed(String what, boolean isFurther) {}
}

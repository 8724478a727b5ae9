package org.domaintypesystem.spi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Carries datagrams between nodes. Its {@code toString} says where it does, for logs. */
public interface Transport extends AutoCloseable {
    /**
     * Sends to a group or to one node, without waiting. For one thread at a time.
     *
     * @return whether it left
     */
    boolean send(ByteBuffer datagram, SocketAddress destination);

    /** Receives a group from when this returns until as many {@link #leave} calls. For any thread. */
    void join(InetAddress group) throws IOException;

    /** Takes one {@link #join} back. For any thread. */
    void leave(InetAddress group);

    /**
     * Datagrams that had arrived, and that the system dropped since they were not received fast enough. For any thread, but
     * not for often: it may read files.
     *
     * @return empty if nobody counts them
     */
    default OptionalLong dropped() {
        return OptionalLong.empty();
    }

    /**
     * What to tell people whose node hears nobody: by which ways it sends and receives, and what to look into. For any
     * thread, but not for often.
     *
     * @param hearsItself whether datagrams of its own have come back
     * @return empty if nobody needs to be told, as on a network that is not real
     */
    default String silence(boolean hearsItself) {
        return "";
    }

    /** Has {@link TransportListener#tick} called soon. For any thread. */
    void wake();

    /** Stops; waits for nobody. For any thread, the receiving one included. */
    @Override
    void close();
}

package org.domaintypesystem.send;

import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** Where datagrams go. Called by one thread at a time. */
@FunctionalInterface
public interface DatagramOutput {
    /**
     * Sends a datagram without waiting.
     *
     * @return whether it left
     */
    boolean send(ByteBuffer datagram, SocketAddress destination);
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;

/** Where datagrams go that are complete, as they are. */
public interface DatagramSink {
    /**
     * Sends a datagram.
     *
     * @param datagram from index 0 on; the caller's again on return
     * @return false if there is no room for it just now
     */
    boolean send(byte[] datagram, int length, SocketAddress destination);
}

package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;

/** A socket that receives the groups it has joined. */
final class ReceiveSocket {
    /** What Linux allows by default. A host may allow less; then joining fails and another socket is opened. */
    private static final int MAX_MEMBERSHIPS = 20;

    /** Bytes that the system shall hold while the receiving thread is busy. */
    static final int RECEIVE_BUFFER = 4 << 20;

    final DatagramChannel channel;
    private int memberships;
    private boolean full;

    ReceiveSocket(int port) throws IOException {
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            SocketBuffers.ask(channel, StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(new InetSocketAddress(port));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean hasRoom() {
        return !full && memberships < MAX_MEMBERSHIPS;
    }

    boolean isUnused() {
        return memberships == 0;
    }

    MembershipKey join(InetAddress group, NetworkInterface networkInterface) throws IOException {
        MembershipKey key = channel.join(group, networkInterface);
        memberships++;
        return key;
    }

    /** Takes note that there is no room for another membership until one is given up. */
    void markFull() {
        full = true;
    }

    void leave(MembershipKey key) {
        try {
            key.drop();
        } catch (AssertionError refused) {
            // What the JDK throws when the interface has lost the address by which the group was joined.
        }
        memberships--;
        full = false;
    }

    /** Size in bytes of the buffer that the system gave; Linux says twice as much, and the JDK halves that. */
    int receiveBuffer() throws IOException {
        return channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }
}

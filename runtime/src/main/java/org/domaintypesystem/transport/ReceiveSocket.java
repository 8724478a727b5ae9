package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A socket that receives the groups it has joined. */
final class ReceiveSocket {
    /** What Linux allows by default. A host may allow less; then joining fails and another socket is opened. */
    static final int MAX_MEMBERSHIPS = 20;

    final DatagramChannel channel;
    private final Map<InetAddress, List<MembershipKey>> memberships = new HashMap<>();
    private boolean full;

    ReceiveSocket(int port, int receiveBuffer) throws IOException {
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            SocketBuffers.ask(channel, StandardSocketOptions.SO_RCVBUF, receiveBuffer);
            channel.bind(new InetSocketAddress(port));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean has(InetAddress group) {
        return memberships.containsKey(group);
    }

    /** Whether it may take a further group. */
    boolean hasRoom(int groups) {
        return !full && memberships.size() < groups;
    }

    boolean isUnused() {
        return memberships.isEmpty();
    }

    void join(InetAddress group, NetworkInterface networkInterface) throws IOException {
        MembershipKey key = channel.join(group, networkInterface);
        memberships.computeIfAbsent(group, address -> new ArrayList<>()).add(key);
    }

    /** Takes note that there is no room for another membership until one is given up. */
    void markFull() {
        full = true;
    }

    /** Leaves on all interfaces; a group that it is not in is left already. */
    void leave(InetAddress group) {
        List<MembershipKey> keys = memberships.remove(group);
        if (keys != null) {
            keys.forEach(ReceiveSocket::drop);
            full = false;
        }
    }

    private static void drop(MembershipKey key) {
        try {
            key.drop();
        } catch (AssertionError refused) {
            // What the JDK throws when the interface has lost the address by which the group was joined.
        }
    }

    /** Size in bytes of the buffer that the system gave; Linux says twice as much, and the JDK halves that. */
    int receiveBuffer() throws IOException {
        return channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }
}

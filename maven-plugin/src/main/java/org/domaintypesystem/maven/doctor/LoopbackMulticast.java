package org.domaintypesystem.maven.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sends a datagram to a multicast group and waits for it, on the loopback interface: nothing leaves the machine. */
public final class LoopbackMulticast {
    /** The group by which nodes find each other; at a port that no node uses. */
    private static final String GROUP = "239.255.0.87";

    private LoopbackMulticast() {}

    /**
     * Tries it.
     *
     * @param patience in milliseconds
     */
    public static Finding tryOut(int patience) {
        try {
            NetworkInterface loopback = loopback();
            if (loopback == null) {
                return Finding.broken(
                        "there is no loopback interface that is up",
                        "ip link set lo up, as root; in a container: run it" + " with a network");
            }
            return sendAndReceive(loopback, patience);
        } catch (IOException | UnsupportedOperationException e) {
            return Finding.broken("multicast on the loopback interface failed: " + e.getMessage(), """
                    The machine, its container or its firewall forbids multicast. On Linux:
                      ip link set lo multicast on
                      ip route add 239.255.0.0/16 dev lo
                    "No buffer space available" means that net.ipv4.igmp_max_memberships is too small.""");
        }
    }

    private static @Nullable NetworkInterface loopback() throws IOException {
        NetworkInterface loopback =
                NetworkInterface.getByInetAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        return loopback == null || !loopback.isUp() ? null : loopback;
    }

    private static Finding sendAndReceive(NetworkInterface loopback, int patience) throws IOException {
        InetAddress group = InetAddress.getByName(GROUP);
        long token = new Random().nextLong();
        try (DatagramChannel receiver = DatagramChannel.open(StandardProtocolFamily.INET);
                DatagramChannel sender = DatagramChannel.open(StandardProtocolFamily.INET);
                Selector selector = Selector.open()) {
            receiver.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0));
            receiver.join(group, loopback);
            receiver.configureBlocking(false);
            receiver.register(selector, java.nio.channels.SelectionKey.OP_READ);
            sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback);
            sender.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
            int port = ((InetSocketAddress) receiver.getLocalAddress()).getPort();
            sender.send(ByteBuffer.allocate(Long.BYTES).putLong(token).flip(), new InetSocketAddress(group, port));
            long deadline = System.nanoTime() + patience * 1_000_000L;
            ByteBuffer received = ByteBuffer.allocate(64);
            for (long left = patience; left > 0; left = (deadline - System.nanoTime()) / 1_000_000L) {
                selector.select(left);
                selector.selectedKeys().clear();
                received.clear();
                if (receiver.receive(received) != null
                        && received.flip().remaining() == Long.BYTES
                        && received.getLong() == token) {
                    return Finding.fine(
                            "multicast on the loopback interface works: a datagram to " + GROUP + " came back");
                }
            }
        }
        return Finding.broken(
                "a datagram to the multicast group " + GROUP + " did not come back on the loopback interface",
                "A firewall drops it: let UDP to 239.255.0.0/16 pass on " + loopback.getName() + ".");
    }
}

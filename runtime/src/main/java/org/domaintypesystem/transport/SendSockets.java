package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.domaintypesystem.spi.TransportListener;

/** One socket an interface, each with a port of its own, that sends to all groups. For one thread at a time. */
final class SendSockets implements AutoCloseable {
    private static final int SEND_BUFFER = 1 << 20;

    private final List<DatagramChannel> channels = new ArrayList<>();
    private final TransportListener listener;

    SendSockets(List<NetworkInterface> interfaces, int ttl, TransportListener listener) throws IOException {
        this.listener = listener;
        try {
            for (NetworkInterface each : interfaces) {
                DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
                channels.add(channel);
                // Not blocking also means that an interrupt of a publishing thread does not close the channel.
                channel.configureBlocking(false);
                SocketBuffers.ask(channel, StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
                channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, each);
                channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, ttl);
                channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
                channel.bind(null);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Has answers to what these sockets send received, too. */
    void receiveWith(ReceiveLoop receiver) throws IOException {
        for (DatagramChannel channel : channels) {
            receiver.add(channel);
        }
    }

    /** Whether at least one interface took the datagram. */
    boolean send(ByteBuffer datagram, SocketAddress destination) {
        boolean left = false;
        int start = datagram.position();
        for (int i = 0; i < channels.size(); i++) {
            datagram.position(start);
            try {
                left |= channels.get(i).send(datagram, destination) > 0;
            } catch (IOException | RuntimeException e) {
                if (channels.get(i).isOpen()) {
                    listener.failed("sending to " + destination, e);
                }
            }
        }
        return left;
    }

    /** The ports of the sockets that are open. For any thread. */
    Set<Integer> ports() {
        Set<Integer> ports = new HashSet<>();
        for (DatagramChannel channel : channels) {
            try {
                if (channel.getLocalAddress() instanceof InetSocketAddress address) {
                    ports.add(address.getPort());
                }
            } catch (IOException closed) {
                // It has none any more.
            }
        }
        return ports;
    }

    @Override
    public void close() {
        for (DatagramChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                listener.failed("closing a sending socket", e);
            }
        }
    }
}

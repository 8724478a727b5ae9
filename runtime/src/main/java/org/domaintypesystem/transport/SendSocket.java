package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.domaintypesystem.spi.TransportListener;

/** Sends to all groups on one interface, from a port of its own. */
final class SendSocket {
    private static final int SEND_BUFFER = 1 << 20;

    final Link link;
    final DatagramChannel channel;

    /** Of the thread that sends. */
    private final SendTrouble trouble = new SendTrouble();

    SendSocket(Link link, NetworkInterface networkInterface, SocketSettings settings) throws IOException {
        this.link = link;
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            // Not blocking also means that an interrupt of a publishing thread does not close the channel.
            channel.configureBlocking(false);
            SocketBuffers.ask(channel, StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            // Answers come here, sometimes of many nodes at a time.
            SocketBuffers.ask(channel, StandardSocketOptions.SO_RCVBUF, settings.receiveBuffer());
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, networkInterface);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, settings.ttl());
            channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
            channel.bind(null);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the system took the datagram. For one thread at a time. */
    boolean send(ByteBuffer datagram, SocketAddress destination) throws IOException {
        boolean left = channel.send(datagram, destination) > 0;
        if (left) {
            trouble.worked();
        }
        return left;
    }

    /**
     * Takes note that {@link #send} threw, and tells whom it concerns if that lasts. For the thread that sends.
     *
     * @param now nanoseconds that never go back
     */
    void failed(SocketAddress destination, Exception cause, long now, TransportListener listener) {
        if (!trouble.failed(now)) {
            return;
        }
        String what = "sending to %s on %s".formatted(text(destination), link);
        String remedy = NetworkAdvice.remedy(cause, SendSockets.isToGroup(destination), link.name());
        if (remedy == null) {
            listener.failed(what, cause);
        } else {
            listener.warned("%s fails: %s. %s".formatted(what, cause.getMessage(), remedy));
        }
    }

    private static String text(SocketAddress destination) {
        return destination instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress() + ':' + address.getPort()
                : destination.toString();
    }
}

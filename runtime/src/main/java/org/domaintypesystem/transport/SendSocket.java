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

    /** Nanoseconds between two reports that sending does not work. */
    private static final long QUIET = 10_000_000_000L;

    final Link link;
    final DatagramChannel channel;

    /** These belong to the thread that sends. */
    private boolean hasFailed;

    private long failedAt;

    SendSocket(Link link, NetworkInterface networkInterface, int ttl) throws IOException {
        this.link = link;
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            // Not blocking also means that an interrupt of a publishing thread does not close the channel.
            channel.configureBlocking(false);
            SocketBuffers.ask(channel, StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, networkInterface);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, ttl);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
            channel.bind(null);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * For one thread at a time.
     *
     * @param onFailure called if the system refuses
     * @return whether the system took the datagram
     */
    boolean send(ByteBuffer datagram, SocketAddress destination, TransportListener listener, Runnable onFailure) {
        try {
            return channel.send(datagram, destination) > 0;
        } catch (IOException | RuntimeException e) {
            if (channel.isOpen()) {
                onFailure.run();
                report(destination, e, listener);
            }
            return false;
        }
    }

    private void report(SocketAddress destination, Exception cause, TransportListener listener) {
        long now = System.nanoTime();
        if (hasFailed && now - failedAt < QUIET) {
            return;
        }
        hasFailed = true;
        failedAt = now;
        String what = "sending to %s on %s".formatted(text(destination), link);
        String remedy = NetworkAdvice.remedy(cause, link.name());
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

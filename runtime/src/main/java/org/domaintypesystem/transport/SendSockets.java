package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.domaintypesystem.spi.TransportListener;

/**
 * The sockets that send, one an interface. One thread at a time sends; another one may replace sockets meanwhile, and neither
 * waits for the other.
 */
final class SendSockets {
    private final TransportListener listener;
    private final Runnable onFailure;
    private final LongSupplier clock;

    /** Replaced, never changed. */
    private volatile SendSocket[] sockets = {};

    /**
     * @param onFailure called by the thread that sends when the system refuses a datagram, or there is no socket
     * @param clock nanoseconds that never go back
     */
    SendSockets(TransportListener listener, Runnable onFailure, LongSupplier clock) {
        this.listener = listener;
        this.onFailure = onFailure;
        this.clock = clock;
    }

    /** To a group by every interface, to a single node by the first one that can; whether at least one took the datagram. */
    boolean send(ByteBuffer datagram, SocketAddress destination) {
        SendSocket[] now = sockets;
        // Sockets may be closed under its hands. Then there are others.
        return send(datagram, destination, now) || (now != sockets && send(datagram, destination, sockets));
    }

    private boolean send(ByteBuffer datagram, SocketAddress destination, SendSocket[] by) {
        if (by.length == 0) {
            onFailure.run();
        }
        boolean isToGroup = isToGroup(destination);
        boolean left = false;
        int start = datagram.position();
        for (int i = 0; i < by.length && (isToGroup || !left); i++) {
            datagram.position(start);
            try {
                left |= by[i].send(datagram, destination);
            } catch (IOException | RuntimeException e) {
                if (by[i].channel.isOpen()) {
                    onFailure.run();
                    by[i].failed(destination, e, clock.getAsLong(), listener);
                }
            }
        }
        return left;
    }

    static boolean isToGroup(SocketAddress destination) {
        return destination instanceof InetSocketAddress address
                && address.getAddress().isMulticastAddress();
    }

    /** Sends by further sockets. Only one thread may do this or {@link #remove} at a time. */
    void add(List<SendSocket> opened) {
        sockets = Stream.concat(Stream.of(sockets), opened.stream()).toArray(SendSocket[]::new);
    }

    /** Closes the sockets of some interfaces. */
    void remove(List<Link> links, Failures failures) {
        List<SendSocket> staying = new ArrayList<>();
        List<SendSocket> closing = new ArrayList<>();
        for (SendSocket each : sockets) {
            (links.contains(each.link) ? closing : staying).add(each);
        }
        sockets = staying.toArray(SendSocket[]::new);
        for (SendSocket each : closing) {
            try {
                each.channel.close();
            } catch (IOException e) {
                failures.add("closing the sending socket of " + each.link, e);
            }
        }
    }

    /** The interfaces in use. For any thread. */
    List<Link> links() {
        return Stream.of(sockets).map(each -> each.link).toList();
    }

    /** The ports of the sockets that are open. For any thread. */
    Set<Integer> ports() {
        Set<Integer> ports = new HashSet<>();
        for (SendSocket each : sockets) {
            try {
                if (each.channel.getLocalAddress() instanceof InetSocketAddress address) {
                    ports.add(address.getPort());
                }
            } catch (IOException closed) {
                // It has none any more.
            }
        }
        return ports;
    }
}

package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;

/** Datagrams to and from multicast groups, on the interfaces chosen. */
public final class MulticastTransport implements Transport {
    private final int port;
    private final TransportListener listener;
    private final SendSockets senders;
    private final ReceiveLoop receiver;
    private final Groups groups;
    private final KernelDrops drops = new KernelDrops();
    private boolean bufferChecked;
    private boolean closed;

    /**
     * Opens what sending needs, and starts to receive; nothing comes in before the first {@link #join}.
     *
     * @param port of all groups
     * @param ttl how many routers a datagram may pass, plus one
     * @param name of the receiving thread
     */
    public MulticastTransport(Interfaces interfaces, int port, int ttl, String name, TransportListener listener)
            throws IOException {
        this.port = port;
        this.listener = listener;
        this.senders = new SendSockets(interfaces.sending(), ttl, listener);
        try {
            this.receiver = new ReceiveLoop(listener);
            // Whoever answers one node sends to where its datagrams come from.
            senders.receiveWith(receiver);
        } catch (IOException | RuntimeException e) {
            senders.close();
            throw e;
        }
        this.groups = new Groups(interfaces.receiving(), this::open);
        Thread thread = new Thread(receiver, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends on every sending interface; whether one took it. */
    @Override
    public boolean send(ByteBuffer datagram, SocketAddress destination) {
        return senders.send(datagram, destination);
    }

    @Override
    public synchronized void join(InetAddress group) throws IOException {
        if (closed) {
            throw new IOException("the transport is closed");
        }
        groups.join(group);
    }

    @Override
    public synchronized void leave(InetAddress group) {
        if (closed) {
            return;
        }
        try {
            groups.leave(group);
        } catch (IOException e) {
            listener.failed("leaving " + group.getHostAddress(), e);
        }
    }

    /** How many sockets receive. */
    public synchronized int receivingSockets() {
        return groups.sockets();
    }

    @Override
    public OptionalLong dropped() {
        Set<Integer> ports = new HashSet<>(senders.ports());
        ports.add(port);
        return drops.count(ports);
    }

    @Override
    public void wake() {
        receiver.wake();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            receiver.stop();
            senders.close();
        }
    }

    private ReceiveSocket open() throws IOException {
        ReceiveSocket socket = new ReceiveSocket(port);
        try {
            if (!bufferChecked) {
                bufferChecked = true;
                checkBuffer(socket.receiveBuffer());
            }
            receiver.add(socket.channel);
        } catch (IOException | RuntimeException e) {
            socket.channel.close();
            throw e;
        }
        return socket;
    }

    private void checkBuffer(int bytes) {
        if (bytes < ReceiveSocket.RECEIVE_BUFFER) {
            listener.warned(
                    ("The system gives a receive buffer of %d bytes, not %d: bursts of messages will be lost. On Linux:"
                                    + " sysctl -w net.core.rmem_max=%d")
                            .formatted(bytes, ReceiveSocket.RECEIVE_BUFFER, ReceiveSocket.RECEIVE_BUFFER));
        }
    }
}

package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** Datagrams to and from multicast groups, on the interfaces chosen. */
public final class MulticastTransport implements AutoCloseable {
    private final int port;
    private final TransportListener listener;
    private final SendSockets senders;
    private final ReceiveLoop receiver;
    private final Groups groups;
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
        } catch (IOException e) {
            senders.close();
            throw e;
        }
        this.groups = new Groups(interfaces.receiving(), this::open);
        Thread thread = new Thread(receiver, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends on every sending interface, without waiting; whether one took it. For one thread at a time. */
    public boolean send(ByteBuffer datagram, SocketAddress destination) {
        return senders.send(datagram, destination);
    }

    /** Receives a group from when this returns until as many {@link #leave} calls. For any thread. */
    public synchronized void join(InetAddress group) throws IOException {
        if (closed) {
            throw new IOException("the transport is closed");
        }
        groups.join(group);
    }

    /** Takes one {@link #join} back. For any thread. */
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

    /** Stops; waits for nobody. For any thread, the receiving one included. */
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

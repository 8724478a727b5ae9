package org.domaintypesystem.transport;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;

/** Datagrams to and from multicast groups, on the interfaces wanted, as they come and go. */
public final class MulticastTransport implements Transport {
    /** Tells which interfaces are up and do multicast. */
    interface LinkSource {
        List<Link> look() throws IOException;
    }

    private final SocketSettings settings;
    private final TransportListener listener;
    private final LinkSource source;
    private final ReceiveLoop receiver;
    private final Memberships.Sockets sockets = new Memberships.Sockets() {
        @Override
        public ReceiveSocket open() throws IOException {
            return openReceiving();
        }

        @Override
        public void retire(ReceiveSocket socket) {
            receiver.retire(socket.channel);
        }
    };
    private final SendSockets senders;
    private final Groups groups;
    private final LinkFollower follower;
    private final KernelDrops drops = new KernelDrops();

    /** What failed at the last look. */
    private Failures lastFailures = new Failures();

    private boolean bufferChecked;
    private boolean closed;

    /**
     * Opens what sending needs, and starts to receive; nothing comes in before the first {@link #join}. If there is no
     * interface at all, waits for one.
     *
     * @param name of the receiving thread
     * @throws IllegalArgumentException if an interface that was named is not there; says which are
     */
    public MulticastTransport(Interfaces interfaces, SocketSettings settings, String name, TransportListener listener)
            throws IOException {
        this(interfaces, SystemLinks::look, settings, name, listener);
    }

    MulticastTransport(
            Interfaces interfaces, LinkSource source, SocketSettings settings, String name, TransportListener listener)
            throws IOException {
        this.settings = settings;
        this.listener = listener;
        this.source = source;
        List<Link> there = source.look();
        interfaces.require(there, SystemLinks.unusable());
        this.receiver = new ReceiveLoop(listener, this::look);
        this.senders = new SendSockets(listener, receiver::lookSoon, System::nanoTime);
        this.groups = new Groups(links -> new Memberships(links, SystemLinks::networkInterface, sockets));
        this.follower = new LinkFollower(interfaces, groups, senders, this::openSending);
        begin(there);
        Thread thread = new Thread(receiver, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void begin(List<Link> there) throws IOException {
        Failures failures = new Failures();
        follower.follow(there, System.nanoTime(), failures);
        if (there.isEmpty()) {
            listener.warned(NetworkAdvice.withoutInterface(SystemLinks.unusable()));
        } else if (senders.links().isEmpty()) {
            receiver.abandon();
            failures.throwFirst();
        }
        lastFailures = failures;
        failures.tell(listener);
    }

    /** Sends on every sending interface; whether one took it. */
    @Override
    public boolean send(ByteBuffer datagram, SocketAddress destination) {
        return senders.send(datagram, destination);
    }

    @Override
    public void join(InetAddress group) throws IOException {
        Failures failures = new Failures();
        synchronized (this) {
            if (closed) {
                throw new IOException("the transport is closed");
            }
            groups.join(group, failures);
        }
        failures.tell(listener);
    }

    @Override
    public void leave(InetAddress group) {
        Failures failures = new Failures();
        synchronized (this) {
            if (!closed) {
                groups.leave(group, failures);
            }
        }
        failures.tell(listener);
    }

    /** Looks which interfaces there are, and follows. */
    void look() {
        Failures failures = new Failures();
        LinkUse before;
        LinkUse after;
        try {
            List<Link> there = source.look();
            synchronized (this) {
                if (closed) {
                    return;
                }
                before = follower.inUse();
                follower.follow(there, System.nanoTime(), failures);
                after = follower.inUse();
            }
        } catch (IOException e) {
            listener.failed("looking for network interfaces", e);
            return;
        }
        Failures earlier = lastFailures;
        lastFailures = failures;
        failures.tellNew(listener, earlier);
        if (!after.equals(before)) {
            boolean isFurther = !before.receiving().containsAll(after.receiving())
                    || !before.sending().containsAll(after.sending());
            listener.changed("now " + after, isFurther);
        }
    }

    /** How many sockets receive. */
    public synchronized int receivingSockets() {
        return groups.sockets();
    }

    @Override
    public OptionalLong dropped() {
        Set<Integer> ports = new HashSet<>(senders.ports());
        ports.add(settings.port());
        return drops.count(ports);
    }

    @Override
    public String silence(boolean hearsItself) {
        LinkUse use;
        int joined;
        synchronized (this) {
            use = follower.inUse();
            joined = groups.size();
        }
        return "It has joined %d groups, port %d, %s. %s"
                .formatted(
                        joined,
                        settings.port(),
                        use,
                        NetworkAdvice.forSilence(use, hearsItself, settings.port(), unusable()));
    }

    private static String unusable() {
        try {
            return SystemLinks.unusable();
        } catch (SocketException e) {
            return "";
        }
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
            Failures failures = new Failures();
            senders.remove(senders.links(), failures);
            failures.tell(listener);
        }
    }

    private SendSocket openSending(Link link) throws IOException {
        SendSocket socket = new SendSocket(link, SystemLinks.networkInterface(link), settings);
        try {
            // Whoever answers one node sends to where its datagrams come from.
            receiver.add(socket.channel);
        } catch (IOException | RuntimeException e) {
            socket.channel.close();
            throw e;
        }
        return socket;
    }

    private ReceiveSocket openReceiving() throws IOException {
        ReceiveSocket socket = new ReceiveSocket(settings.port(), settings.receiveBuffer());
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
        int wanted = settings.receiveBuffer();
        if (bytes < wanted) {
            listener.warned(
                    ("The system gives a receive buffer of %d bytes, not %d: bursts of messages will be lost. On Linux:"
                                    + " sysctl -w net.core.rmem_max=%d")
                            .formatted(bytes, wanted, wanted));
        }
    }

    /** The names of the interfaces that it receives on. */
    @Override
    public String toString() {
        List<Link> links;
        synchronized (this) {
            links = groups.links();
        }
        return links.isEmpty() ? "no interface" : links.stream().map(Link::name).collect(joining(","));
    }
}

package org.domaintypesystem.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;

/** The sockets of one node, and its receiving thread. */
final class VirtualTransport extends Occupant implements Transport {
    private static final int LARGEST_DATAGRAM = 65_507;

    final Place place;
    final InetSocketAddress address;
    private final Medium medium;
    private final VirtualNode node;
    private final TransportListener listener;

    private final Map<InetAddress, Membership> memberships = new LinkedHashMap<>();
    private final ArrayDeque<Packet> waiting = new ArrayDeque<>();
    private final Event next = this::takeNext;
    private long waitingBytes;

    /** All that had arrived by then has been received. */
    private long readUpTo;

    private boolean nextPlanned;
    private long tickDue = Long.MAX_VALUE;
    private boolean closed;

    VirtualTransport(VirtualNode node, Medium medium, TransportListener listener) {
        super(medium.timeline);
        this.place = node.place;
        this.address = new InetSocketAddress(place.address, place.nextPort());
        this.medium = medium;
        this.node = node;
        this.listener = listener;
        medium.add(this);
        planTick(timeline.now(), false);
    }

    @Override
    public boolean send(ByteBuffer datagram, SocketAddress destination) {
        timeline.confine();
        if (closed) {
            return false;
        }
        int length = datagram.remaining();
        if (length > LARGEST_DATAGRAM) {
            listener.failed("sending to " + destination, new IOException("a datagram of " + length + " bytes"));
            return false;
        }
        byte[] bytes = new byte[length];
        datagram.get(bytes);
        place.countSent(length);
        medium.send(place, new Packet(bytes, address, (InetSocketAddress) destination));
        return true;
    }

    @Override
    public void join(InetAddress group) throws IOException {
        timeline.confine();
        if (closed) {
            throw new IOException("the transport is closed");
        }
        Membership membership = memberships.computeIfAbsent(group, address -> new Membership(this));
        if (membership.uses++ == 0) {
            medium.join(group, membership);
        }
    }

    @Override
    public void leave(InetAddress group) {
        timeline.confine();
        Membership membership = memberships.get(group);
        if (membership != null && --membership.uses == 0) {
            memberships.remove(group);
            medium.leave(group, membership);
        }
    }

    @Override
    public void wake() {
        planTick(freeAt(), true);
    }

    @Override
    public void close() {
        timeline.confine();
        if (!closed) {
            closed = true;
            memberships.forEach((group, membership) -> {
                membership.uses = 0;
                medium.leave(group, membership);
            });
            memberships.clear();
            waiting.clear();
            medium.remove(this);
        }
    }

    @Override
    public String toString() {
        return "virtual network, " + place.address.getHostAddress();
    }

    boolean isClosed() {
        return closed;
    }

    /** Takes a datagram, or keeps it until there is time; whether it did one of these. */
    boolean arrive(Packet packet) {
        if (closed) {
            return false;
        }
        if (waiting.isEmpty() && !isHeldUp()) {
            receive(packet);
            return true;
        }
        if (waitingBytes + packet.bytes.length > medium.receiveBuffer) {
            place.countOverflowed();
            if (medium.isTraced()) {
                medium.trace("no room", place, packet);
            }
            return false;
        }
        waiting.add(packet);
        waitingBytes += packet.bytes.length;
        planNext();
        return true;
    }

    /** Goes on with what has been left undone while the node was paused. */
    void resume() {
        planNext();
        if (tickDue <= timeline.now()) {
            tickDue = Long.MAX_VALUE;
            planTick(freeAt(), true);
        }
    }

    private boolean isHeldUp() {
        return node.isPaused() || isOccupied();
    }

    private void planNext() {
        if (!nextPlanned && !waiting.isEmpty() && !node.isPaused()) {
            nextPlanned = true;
            timeline.add(freeAt(), next);
        }
    }

    private void takeNext() {
        nextPlanned = false;
        if (!closed && !isHeldUp()) {
            Packet packet = waiting.poll();
            if (packet != null) {
                waitingBytes -= packet.bytes.length;
                noteRead();
                receive(packet);
            }
        }
        planNext();
    }

    private void noteRead() {
        if (waiting.isEmpty()) {
            readUpTo = timeline.now();
        }
    }

    private void receive(Packet packet) {
        if (medium.isTraced()) {
            medium.trace("received", place, packet);
        }
        int length = packet.bytes.length;
        place.countReceived(length);
        System.arraycopy(packet.bytes, 0, medium.buffer, 0, length);
        timeline.enter(this);
        try {
            listener.datagram(medium.buffer, length, packet.source);
        } finally {
            timeline.exit();
        }
    }

    private void planTick(long time, boolean asked) {
        if (!closed && time < tickDue) {
            tickDue = time;
            timeline.add(time, new Tick(time, asked));
        }
    }

    private void tick() {
        if (medium.isTraced()) {
            medium.trace("tick", place);
        }
        tickDue = Long.MAX_VALUE;
        noteRead();
        timeline.enter(this);
        long pause;
        try {
            pause = listener.tick(readUpTo);
        } finally {
            timeline.exit();
        }
        if (pause != Long.MAX_VALUE) {
            planTick(Timeline.sum(freeAt(), Math.max(1, pause)), false);
        }
    }

    /** One that is no longer what is due does nothing. */
    private final class Tick implements Event {
        private final long time;
        private final boolean asked;

        Tick(long time, boolean asked) {
            this.time = time;
            this.asked = asked;
        }

        @Override
        public void happen() {
            if (closed || time != tickDue || node.isPaused()) {
                return;
            }
            if (isOccupied()) {
                tickDue = Long.MAX_VALUE;
                planTick(freeAt(), asked);
            } else {
                tick();
            }
        }

        @Override
        public boolean isBackground() {
            return !asked;
        }
    }
}

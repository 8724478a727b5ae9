package org.domaintypesystem.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.domaintypesystem.schema.MulticastGroups;
import org.jspecify.annotations.Nullable;

/** What lies between the nodes: groups, addresses, links and partitions. */
final class Medium {
    /** A datagram of a node takes this long to another one, and to itself, unless a test says otherwise. */
    private static final long DELAY = 100_000;

    private static final long DELAY_TO_ITSELF = 10_000;

    private static final Membership[] NOBODY = {};

    private record Partition(BitSet some, BitSet others) {
        boolean separates(int one, int other) {
            return (some.get(one) && others.get(other)) || (some.get(other) && others.get(one));
        }
    }

    final Timeline timeline;
    final Chance chance;
    final LinkSettings links = new LinkSettings(DELAY);

    /** The kernel loops multicast back by a way that loses nothing. */
    final LinkSettings toItself = new LinkSettings(DELAY_TO_ITSELF);

    final int port = MulticastGroups.PORT;

    /** Where datagrams are received. Shared by all nodes, and longer than any datagram, as with real sockets. */
    final byte[] buffer = new byte[1 << 16];

    /** How many bytes wait for a node that is not receiving. */
    int receiveBuffer = 4 << 20;

    /** Replaced when somebody joins or leaves, never changed. */
    private final Map<InetAddress, Membership[]> groups = new HashMap<>();

    private final Map<InetSocketAddress, VirtualTransport> nodes = new HashMap<>();
    private final List<Partition> partitions = new ArrayList<>();
    private @Nullable Consumer<? super String> trace;

    Medium(Timeline timeline, Chance chance) {
        this.timeline = timeline;
        this.chance = chance;
    }

    void send(Place from, Packet packet) {
        if (isTraced()) {
            trace("sent", from, packet);
        }
        InetSocketAddress destination = packet.destination;
        if (!destination.getAddress().isMulticastAddress()) {
            VirtualTransport receiver = nodes.get(destination);
            if (receiver != null) {
                from.linkTo(receiver.place, this).carry(packet, receiver, null);
            }
        } else if (destination.getPort() == port) {
            for (Membership each : groups.getOrDefault(destination.getAddress(), NOBODY)) {
                from.linkTo(each.transport.place, this).carry(packet, each.transport, each);
            }
        }
    }

    void add(VirtualTransport transport) {
        nodes.put(transport.address, transport);
    }

    void remove(VirtualTransport transport) {
        nodes.remove(transport.address);
    }

    void join(InetAddress group, Membership membership) {
        Membership[] members = groups.getOrDefault(group, NOBODY);
        Membership[] more = Arrays.copyOf(members, members.length + 1);
        more[members.length] = membership;
        groups.put(group, more);
    }

    void leave(InetAddress group, Membership membership) {
        Membership[] fewer = Arrays.stream(groups.getOrDefault(group, NOBODY))
                .filter(each -> each != membership)
                .toArray(Membership[]::new);
        if (fewer.length == 0) {
            groups.remove(group);
        } else {
            groups.put(group, fewer);
        }
    }

    void separate(BitSet some, BitSet others) {
        partitions.add(new Partition(some, others));
    }

    void unite() {
        partitions.clear();
    }

    boolean separates(Place one, Place other) {
        for (int i = 0; i < partitions.size(); i++) {
            if (partitions.get(i).separates(one.index, other.index)) {
                return true;
            }
        }
        return false;
    }

    void traceTo(Consumer<? super String> lines) {
        trace = lines;
    }

    /** Whether a line is worth its making. */
    boolean isTraced() {
        return trace != null;
    }

    void trace(String what, Object where) {
        if (trace != null) {
            long now = timeline.now();
            trace.accept(
                    String.format(Locale.ROOT, "%d.%09d %s %s", now / 1_000_000_000, now % 1_000_000_000, what, where));
        }
    }

    void trace(String what, Object where, Packet packet) {
        CRC32C checksum = new CRC32C();
        checksum.update(packet.bytes);
        String bytes = packet.bytes.length + " bytes, checksum " + Long.toHexString(checksum.getValue());
        trace(what, where + ": " + bytes + ", from " + text(packet.source) + " to " + text(packet.destination));
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}

package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The groups that are joined on some interfaces, over as many sockets as they need. All memberships in a group are those of
 * one socket, as far as there is room, so that what comes by several ways is received in the order in which it arrived.
 *
 * <p>Other interfaces take other memberships, with sockets of their own: a membership is given up by an address, and when
 * that is gone, Linux would look for it on another interface. Not for several threads at once.
 */
final class Memberships {
    /** Where sockets come from, ready to receive, and where they end. */
    interface Sockets {
        ReceiveSocket open() throws IOException;

        /** Closes a socket once what it holds has been received, before anything that others hold. */
        void retire(ReceiveSocket socket);
    }

    /** Finds what the JDK takes for an interface. */
    interface LinkResolver {
        NetworkInterface resolve(Link link) throws IOException;
    }

    final List<Link> links;
    private final LinkResolver resolver;
    private final Sockets source;
    private final int groupsOfSocket;
    private final List<ReceiveSocket> sockets = new ArrayList<>();
    private final Map<InetAddress, Set<Link>> joined = new HashMap<>();
    private final Map<Link, NetworkInterface> resolved = new HashMap<>();

    Memberships(List<Link> links, LinkResolver resolver, Sockets source) {
        this.links = List.copyOf(links);
        this.resolver = resolver;
        this.source = source;
        this.groupsOfSocket = Math.max(1, ReceiveSocket.MAX_MEMBERSHIPS / Math.max(1, links.size()));
    }

    /** Joins wherever that has not been done yet. */
    void join(InetAddress group, Failures failures) {
        for (Link link : links) {
            Set<Link> done = joined.getOrDefault(group, Set.of());
            if (!done.contains(link)) {
                try {
                    join(group, networkInterface(link));
                    joined.computeIfAbsent(group, address -> new HashSet<>()).add(link);
                } catch (IOException | RuntimeException e) {
                    failures.add("joining %s on %s".formatted(group.getHostAddress(), link), e);
                }
            }
        }
    }

    private NetworkInterface networkInterface(Link link) throws IOException {
        NetworkInterface found = resolved.get(link);
        if (found == null) {
            found = resolver.resolve(link);
            resolved.put(link, found);
        }
        return found;
    }

    private void join(InetAddress group, NetworkInterface networkInterface) throws IOException {
        List<ReceiveSocket> refusing = new ArrayList<>();
        for (ReceiveSocket socket : candidates(group)) {
            try {
                socket.join(group, networkInterface);
                return;
            } catch (IOException full) {
                // Or it is more than that: a fresh socket will tell, whatever the system calls it.
                refusing.add(socket);
            }
        }
        ReceiveSocket socket = source.open();
        sockets.add(socket);
        try {
            socket.join(group, networkInterface);
            refusing.forEach(ReceiveSocket::markFull);
        } finally {
            closeUnused(socket);
        }
    }

    /** Those that the group is on, and then those with room for it on all interfaces. */
    private List<ReceiveSocket> candidates(InetAddress group) {
        return Stream.concat(
                        sockets.stream().filter(socket -> socket.has(group)),
                        sockets.stream().filter(socket -> !socket.has(group) && socket.hasRoom(groupsOfSocket)))
                .toList();
    }

    /** Of a group that is not joined does nothing. */
    void leave(InetAddress group) throws IOException {
        joined.remove(group);
        for (ReceiveSocket socket : List.copyOf(sockets)) {
            socket.leave(group);
            closeUnused(socket);
        }
    }

    /** Gives all up. */
    void retire() {
        sockets.forEach(source::retire);
    }

    int sockets() {
        return sockets.size();
    }

    private void closeUnused(ReceiveSocket socket) throws IOException {
        if (socket.isUnused()) {
            sockets.remove(socket);
            socket.channel.close();
        }
    }
}

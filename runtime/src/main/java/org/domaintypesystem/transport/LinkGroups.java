package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.channels.MembershipKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The groups that are joined on one interface, over as many sockets as they need. The sockets are this interface's own: a
 * membership is given up by an address, and when that is gone, Linux would look for it on another interface. Not for several
 * threads at once.
 */
final class LinkGroups {
    /** Opens a socket, ready to receive. */
    interface SocketFactory {
        ReceiveSocket open() throws IOException;
    }

    /** Finds what the JDK takes for an interface. */
    interface LinkResolver {
        NetworkInterface resolve(Link link) throws IOException;
    }

    private record Membership(ReceiveSocket socket, MembershipKey key) {}

    final Link link;
    private final LinkResolver resolver;
    private final SocketFactory factory;
    private final List<ReceiveSocket> sockets = new ArrayList<>();
    private final Map<InetAddress, Membership> joined = new HashMap<>();
    private @Nullable NetworkInterface resolved;

    LinkGroups(Link link, LinkResolver resolver, SocketFactory factory) {
        this.link = link;
        this.resolver = resolver;
        this.factory = factory;
    }

    /** Again does nothing. */
    void join(InetAddress group) throws IOException {
        if (joined.containsKey(group)) {
            return;
        }
        if (resolved == null) {
            resolved = resolver.resolve(link);
        }
        joined.put(group, join(group, resolved));
    }

    private Membership join(InetAddress group, NetworkInterface networkInterface) throws IOException {
        List<ReceiveSocket> refusing = new ArrayList<>();
        for (ReceiveSocket socket : sockets) {
            if (socket.hasRoom()) {
                try {
                    return new Membership(socket, socket.join(group, networkInterface));
                } catch (IOException full) {
                    // Or it is more than that: a fresh socket will tell, whatever the system calls it.
                    refusing.add(socket);
                }
            }
        }
        ReceiveSocket socket = factory.open();
        sockets.add(socket);
        try {
            Membership membership = new Membership(socket, socket.join(group, networkInterface));
            refusing.forEach(ReceiveSocket::markFull);
            return membership;
        } finally {
            closeUnused(socket);
        }
    }

    /** Of a group that is not joined does nothing. */
    void leave(InetAddress group) throws IOException {
        Membership membership = joined.remove(group);
        if (membership != null) {
            membership.socket().leave(membership.key());
            closeUnused(membership.socket());
        }
    }

    /** Leaves all groups. */
    void close() throws IOException {
        joined.clear();
        for (ReceiveSocket each : sockets) {
            each.channel.close();
        }
        sockets.clear();
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

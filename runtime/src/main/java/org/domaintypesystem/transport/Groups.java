package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.channels.MembershipKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups that are joined, each as often as it is asked for, over as many sockets as they need. Not for several
 * threads at once.
 */
final class Groups {
    /** Opens a socket, ready to receive. */
    interface SocketFactory {
        ReceiveSocket open() throws IOException;
    }

    private record Membership(ReceiveSocket socket, MembershipKey key) {}

    private static final class Joined {
        final List<Membership> memberships = new ArrayList<>();
        int uses;
    }

    private final List<NetworkInterface> interfaces;
    private final SocketFactory factory;
    private final List<ReceiveSocket> sockets = new ArrayList<>();
    private final Map<InetAddress, Joined> joined = new HashMap<>();

    Groups(List<NetworkInterface> interfaces, SocketFactory factory) {
        this.interfaces = interfaces;
        this.factory = factory;
    }

    /** Joins on every interface, unless that has been done. All or nothing. */
    void join(InetAddress group) throws IOException {
        Joined known = joined.get(group);
        if (known != null) {
            known.uses++;
            return;
        }
        Joined added = new Joined();
        try {
            for (NetworkInterface each : interfaces) {
                added.memberships.add(join(group, each));
            }
        } catch (IOException | RuntimeException e) {
            drop(added);
            throw e;
        }
        added.uses = 1;
        joined.put(group, added);
    }

    /** Takes one {@link #join} back. */
    void leave(InetAddress group) throws IOException {
        Joined known = joined.get(group);
        if (known != null && --known.uses == 0) {
            joined.remove(group);
            drop(known);
        }
    }

    int sockets() {
        return sockets.size();
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

    private void drop(Joined group) throws IOException {
        for (Membership each : group.memberships) {
            each.socket().leave(each.key());
            closeUnused(each.socket());
        }
    }

    private void closeUnused(ReceiveSocket socket) throws IOException {
        if (socket.isUnused()) {
            sockets.remove(socket);
            socket.channel.close();
        }
    }
}

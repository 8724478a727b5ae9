package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.NoRouteToHostException;
import org.jspecify.annotations.Nullable;

/** What to do about a network that does not work, for people. */
final class NetworkAdvice {
    private NetworkAdvice() {}

    /**
     * What to do when the system refuses to send.
     *
     * @param cause why a datagram was not sent, as Java and the system call it
     * @param isToGroup whether it was for a group, and not for a single node
     * @return null if nobody knows
     */
    static @Nullable String remedy(Exception cause, boolean isToGroup, String interfaceName) {
        String message = cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : "";
        if (cause instanceof NoRouteToHostException || message.contains("unreachable")) {
            // Linux says so of groups if the interface is down, and needs no route where an interface is named.
            return isToGroup
                    ? "Is the interface up (ip link set %1$s up), with an address and a route (ip route add 239.255.0.0/16 dev %1$s)? It is used again as soon as it works"
                            .formatted(interfaceName)
                    : "There is no route to that node, which was heard: add one, or let the two share a network";
        }
        if (message.contains("not permitted") || message.contains("Permission denied")) {
            return "A firewall of this host, or what the process is allowed to do, forbids it: let UDP to 239.255.0.0/16 out";
        }
        if (message.contains("No such device") || message.contains("Network is down")) {
            return "The interface is gone or down: ip link set " + interfaceName
                    + " up. It is used again as soon as it is there";
        }
        if (message.contains("Invalid argument") || message.contains("assign requested address")) {
            return "The interface may have lost its address. It is used again as soon as it has one";
        }
        return null;
    }

    /**
     * What to look into if a node hears nobody else.
     *
     * @param unusable the interfaces that cannot be used, with the reasons
     */
    static String forSilence(LinkUse use, boolean hearsItself, int port, String unusable) {
        if (use.receiving().isEmpty()) {
            return withoutInterface(unusable);
        }
        String name = (use.sending().isEmpty() ? use.receiving() : use.sending())
                .get(0)
                .name();
        if (!hearsItself) {
            return ("Not even its own datagrams come back. Does a firewall of this host let UDP port %d in, and 239.255.0.0/16"
                            + " out? Is there a route (ip route add 239.255.0.0/16 dev %s)?")
                    .formatted(port, name);
        }
        if (use.sending().stream().allMatch(Link::isLoopback)) {
            return "It sends on this host only, and hears itself. Is another node running here, with the same port?"
                    + (unusable.isEmpty() ? "" : " To reach other hosts, bring an interface up: " + unusable);
        }
        return ("It hears itself. Is another node running, with the same port, on a network that %s is on? Does a firewall"
                        + " there let UDP port %d in? Does a switch between them snoop IGMP, without anybody who queries? Does"
                        + " one of them run in a container whose network carries no multicast (docs/containers.md)?")
                .formatted(
                        String.join(
                                " or ",
                                use.sending().stream().map(Link::toString).toList()),
                        port);
    }

    /** If there is nothing to join on or to send by. */
    static String withoutInterface(String unusable) {
        return "No network interface is up and does IPv4 multicast%s. Bring one up (ip link set dev … up), or give it an address: it is used as soon as it is there"
                .formatted(unusable.isEmpty() ? "" : ": " + unusable);
    }
}

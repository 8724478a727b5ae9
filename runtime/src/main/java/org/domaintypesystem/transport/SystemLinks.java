package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The interfaces that the system has now. Each look costs several system calls an interface. */
final class SystemLinks {
    private SystemLinks() {}

    /** Those that are up and do IPv4 multicast. */
    static List<Link> look() throws SocketException {
        List<Link> links = new ArrayList<>();
        for (NetworkInterface each : all()) {
            try {
                if (flaw(each) == null) {
                    links.add(new Link(each.getIndex(), each.getName(), addresses(each), each.isLoopback()));
                }
            } catch (SocketException goneJustNow) {
                // Then it is not there.
            }
        }
        return links;
    }

    /** Why the others are none of them, for people; empty if there are no others. */
    static String unusable() throws SocketException {
        StringJoiner text = new StringJoiner(", ");
        for (NetworkInterface each : all()) {
            String flaw = flaw(each);
            if (flaw != null) {
                text.add("%s (%s)".formatted(each.getName(), flaw));
            }
        }
        return text.toString();
    }

    private static List<NetworkInterface> all() throws SocketException {
        try {
            return NetworkInterface.networkInterfaces().toList();
        } catch (SocketException e) {
            // What the JDK throws if there are none. A look that failed for another reason must not look like that.
            if ("No network interfaces configured".equals(e.getMessage())) {
                return List.of();
            }
            throw e;
        }
    }

    /**
     * What the JDK takes for an interface.
     *
     * @throws IOException if the interface is not as it was any more
     */
    static NetworkInterface networkInterface(Link link) throws IOException {
        NetworkInterface found = NetworkInterface.getByIndex(link.index());
        // Linux picks another interface for an address that is gone.
        if (found == null || !isSame(link, found)) {
            throw new IOException(link + " has changed just now");
        }
        return found;
    }

    private static boolean isSame(Link link, NetworkInterface found) {
        List<InetAddress> addresses = addresses(found);
        return found.getName().equals(link.name())
                && !addresses.isEmpty()
                && addresses.get(0).equals(link.addresses().get(0));
    }

    private static List<InetAddress> addresses(NetworkInterface each) {
        List<InetAddress> addresses = new ArrayList<>();
        each.inetAddresses().filter(Inet4Address.class::isInstance).forEach(addresses::add);
        each.inetAddresses()
                .filter(address -> !(address instanceof Inet4Address))
                .forEach(addresses::add);
        return addresses;
    }

    private static @Nullable String flaw(NetworkInterface each) {
        try {
            if (each.inetAddresses().noneMatch(Inet4Address.class::isInstance)) {
                return "no IPv4 address";
            }
            if (!each.isUp()) {
                return "down, or no cable";
            }
            // On Linux the loopback interface says that it does no multicast, and does.
            return each.supportsMulticast() || each.isLoopback() ? null : "no multicast";
        } catch (SocketException e) {
            return "gone just now";
        }
    }
}

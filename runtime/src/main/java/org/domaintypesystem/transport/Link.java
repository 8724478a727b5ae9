package org.domaintypesystem.transport;

import static java.util.stream.Collectors.joining;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * A network interface that is up and does IPv4 multicast, as it was at one look.
 *
 * @param index by which the system knows it; another one when it comes anew
 * @param addresses those of IPv4 first, at least one of these; the very first is the one that the JDK names the interface by
 *     to the system
 */
record Link(int index, String name, List<InetAddress> addresses, boolean isLoopback) {
    Link {
        addresses = List.copyOf(addresses);
    }

    /** Whether sockets opened for this one serve the other: its further addresses may differ. */
    boolean serves(Link other) {
        return index == other.index && name.equals(other.name) && other.addresses.contains(addresses.get(0));
    }

    /** By name or address. */
    boolean isCalled(String nameOrAddress) {
        return name.equals(nameOrAddress)
                || addresses.stream().anyMatch(address -> text(address).equals(nameOrAddress));
    }

    /** Without the scope that addresses of IPv6 may have. */
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /** For example {@code eth0 (192.168.1.17)}. */
    @Override
    public String toString() {
        return addresses.stream()
                .filter(Inet4Address.class::isInstance)
                .map(InetAddress::getHostAddress)
                .collect(joining(" ", name + " (", ")"));
    }
}

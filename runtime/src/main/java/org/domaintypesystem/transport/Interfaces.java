package org.domaintypesystem.transport;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The network interfaces in use.
 *
 * @param receiving where groups are joined
 * @param sending where datagrams are sent
 */
public record Interfaces(List<NetworkInterface> receiving, List<NetworkInterface> sending) {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    public Interfaces {
        receiving = List.copyOf(receiving);
        sending = List.copyOf(sending);
    }

    /**
     * Chooses by name, or by address: a loopback address is the loopback interface, whatever it is called. With no names
     * all that are eligible receive, and all of these but loopback send: the system loops multicast back to listeners
     * on the same host. Where nothing but loopback is eligible, that one sends.
     *
     * @param names none to take the default
     * @throws IllegalArgumentException if a name is not that of an eligible interface; says which there are
     */
    public static Interfaces choose(List<String> names) throws IOException {
        List<NetworkInterface> eligible = eligible();
        if (names.isEmpty()) {
            if (eligible.isEmpty()) {
                throw new IOException("no network interface is up and does IPv4 multicast");
            }
            List<NetworkInterface> sending = new ArrayList<>();
            for (NetworkInterface each : eligible) {
                if (!each.isLoopback()) {
                    sending.add(each);
                }
            }
            return new Interfaces(eligible, sending.isEmpty() ? eligible : sending);
        }
        Map<Integer, NetworkInterface> chosen = new LinkedHashMap<>();
        for (String name : names) {
            NetworkInterface found = find(name, eligible);
            chosen.put(found.getIndex(), found);
        }
        List<NetworkInterface> all = List.copyOf(chosen.values());
        return new Interfaces(all, all);
    }

    private static List<NetworkInterface> eligible() throws SocketException {
        List<NetworkInterface> eligible = new ArrayList<>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            // On Linux the loopback interface says that it does no multicast, and does.
            boolean multicast = each.supportsMulticast() || each.isLoopback();
            if (each.isUp() && multicast && each.inetAddresses().anyMatch(Inet4Address.class::isInstance)) {
                eligible.add(each);
            }
        }
        return eligible;
    }

    private static NetworkInterface find(String name, List<NetworkInterface> eligible) throws SocketException {
        for (NetworkInterface each : eligible) {
            if (each.getName().equals(name) || each.inetAddresses().anyMatch(address -> isAddress(address, name))) {
                return each;
            }
        }
        if (IPV4.matcher(name).matches() && name.startsWith("127.")) {
            for (NetworkInterface each : eligible) {
                if (each.isLoopback()) {
                    return each;
                }
            }
        }
        throw new IllegalArgumentException(
                "no network interface \"%s\" that is up and does IPv4 multicast; there are: %s"
                        .formatted(
                                name,
                                eligible.stream().map(Interfaces::describe).collect(joining(", "))));
    }

    private static boolean isAddress(InetAddress address, String name) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return name.equals(scope < 0 ? text : text.substring(0, scope));
    }

    private static String describe(NetworkInterface each) {
        return each.getName()
                + each.inetAddresses()
                        .filter(Inet4Address.class::isInstance)
                        .map(InetAddress::getHostAddress)
                        .collect(joining(" ", " (", ")"));
    }

    @Override
    public String toString() {
        return receiving.stream().map(NetworkInterface::getName).collect(joining(","));
    }
}

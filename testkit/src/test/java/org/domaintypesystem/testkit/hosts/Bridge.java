package org.domaintypesystem.testkit.hosts;

import java.util.List;

/**
 * A bridge on a host, made as those of containers are: with an address of its own, and with the route of all groups. Hosts that
 * are plugged in get the addresses from {@code .11} on.
 */
final class Bridge {
    final Host host;
    private final String name;
    private final String network;
    private int lastAddress = 10;

    /**
     * @param network the first three bytes of its addresses, such as {@code 10.87.0}
     * @param options of {@code ip link add … type bridge}
     */
    Bridge(Host host, String name, String network, String... options) {
        this.host = host;
        this.name = name;
        this.network = network;
        host.ip(
                "link add " + name + " type bridge " + String.join(" ", options),
                "addr add " + address() + "/24 dev " + name,
                "link set " + name + " up",
                "route add 239.255.0.0/16 dev " + name);
    }

    /** The bridge's own. */
    String address() {
        return network + ".1";
    }

    /** A new host with an interface that leads here. */
    Host host(String newHost, String networkInterface) {
        Host added = host.lab.host(newHost);
        plug(added, networkInterface);
        return added;
    }

    /** Gives a host an interface, and a cable from there to here. */
    void plug(Host other, String networkInterface) {
        String port = port(other, networkInterface);
        other.ip("link add " + networkInterface + " type veth peer name " + port + " netns " + host.namespace);
        host.ip("link set " + port + " master " + name, "link set " + port + " up");
        lastAddress++;
        other.ip(
                "addr add " + network + "." + lastAddress + "/24 dev " + networkInterface,
                "link set " + networkInterface + " up");
        host.lab.plugged(host, port);
        host.lab.plugged(other, networkInterface);
    }

    /** Lets nothing pass any more. The host does not notice: its interface still has a cable to something. */
    void cut(Host other, String networkInterface) {
        host.ip("link set " + port(other, networkInterface) + " nomaster");
    }

    void mend(Host other, String networkInterface) {
        host.ip("link set " + port(other, networkInterface) + " master " + name);
    }

    /** Switches the port off, which the host notices: its interface has no carrier. */
    void portDown(Host other, String networkInterface) {
        host.ip("link set " + port(other, networkInterface) + " down");
    }

    /** Has a share of what goes to a host get lost; whether the system can do that. */
    boolean lose(Host other, String networkInterface, int percent) {
        try {
            host.run(
                    "tc", "qdisc", "add", "dev", port(other, networkInterface), "root", "netem", "loss", percent + "%");
            return true;
        } catch (AssertionError missing) {
            return false;
        }
    }

    private static String port(Host other, String networkInterface) {
        return other.name + "-" + networkInterface;
    }

    /** The ports behind which a group is listened to, as far as this bridge knows. */
    List<String> listeners(String group) {
        String known = host.run("bridge", "mdb", "show", "dev", name);
        return known.lines()
                .filter(line -> line.contains(" grp " + group + " "))
                .map(line -> line.replaceFirst(".* port (\\S+) .*", "$1"))
                .toList();
    }
}

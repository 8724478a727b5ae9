package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The groups that are joined, each as often as it is asked for, on all interfaces in use. Not for several threads at once.
 */
final class Groups {
    private final Function<List<Link>, Memberships> factory;
    private final Map<InetAddress, Integer> uses = new LinkedHashMap<>();
    private Memberships memberships;

    Groups(Function<List<Link>, Memberships> factory) {
        this.factory = factory;
        this.memberships = factory.apply(List.of());
    }

    /**
     * Joins on every interface in use, unless that has been done, and later on those that come.
     *
     * @param failures takes what failed on some of them, to be tried again by {@link #use}
     * @throws IOException if there are interfaces and it failed on all of them; then nothing has changed
     */
    void join(InetAddress group, Failures failures) throws IOException {
        if (!group.isMulticastAddress()) {
            throw new IllegalArgumentException(group.getHostAddress() + " is no multicast group");
        }
        if (uses.merge(group, 1, Integer::sum) > 1) {
            return;
        }
        Failures here = new Failures();
        memberships.join(group, here);
        if (here.size() > 0 && here.size() == links().size()) {
            uses.remove(group);
            here.throwFirst();
        }
        failures.addAll(here);
    }

    /** Takes one {@link #join} back. */
    void leave(InetAddress group, Failures failures) {
        Integer before = uses.computeIfPresent(group, (address, count) -> count - 1);
        if (before != null && before == 0) {
            uses.remove(group);
            try {
                memberships.leave(group);
            } catch (IOException e) {
                failures.add("leaving " + group.getHostAddress(), e);
            }
        }
    }

    /**
     * Uses other interfaces from now on, and tries again what has failed. If they differ, everything is joined anew, and what
     * was joined is retired after that: so nothing is missed in between.
     */
    void use(List<Link> going, List<Link> coming, Failures failures) {
        Memberships before = memberships;
        boolean isChange = !going.isEmpty() || !coming.isEmpty();
        if (isChange) {
            List<Link> links = new ArrayList<>(links());
            links.removeAll(going);
            links.addAll(coming);
            memberships = factory.apply(links);
        }
        for (InetAddress group : uses.keySet()) {
            memberships.join(group, failures);
        }
        if (isChange) {
            before.retire();
        }
    }

    /** The interfaces in use. */
    List<Link> links() {
        return memberships.links;
    }

    /** How many different groups are joined. */
    int size() {
        return uses.size();
    }

    /** How many sockets receive. */
    int sockets() {
        return memberships.sockets();
    }
}

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
    private final Function<Link, LinkGroups> factory;
    private final Map<InetAddress, Integer> uses = new LinkedHashMap<>();
    private final List<LinkGroups> links = new ArrayList<>();

    Groups(Function<Link, LinkGroups> factory) {
        this.factory = factory;
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
        for (LinkGroups each : links) {
            join(group, each, here);
        }
        if (!links.isEmpty() && here.size() == links.size()) {
            uses.remove(group);
            here.throwFirst();
        }
        failures.addAll(here);
    }

    private static void join(InetAddress group, LinkGroups link, Failures failures) {
        try {
            link.join(group);
        } catch (IOException | RuntimeException e) {
            failures.add("joining %s on %s".formatted(group.getHostAddress(), link.link), e);
        }
    }

    /** Takes one {@link #join} back. */
    void leave(InetAddress group, Failures failures) {
        Integer before = uses.computeIfPresent(group, (address, count) -> count - 1);
        if (before != null && before == 0) {
            uses.remove(group);
            for (LinkGroups each : links) {
                try {
                    each.leave(group);
                } catch (IOException e) {
                    failures.add("leaving %s on %s".formatted(group.getHostAddress(), each.link), e);
                }
            }
        }
    }

    /** Uses other interfaces from now on, and tries again what has failed. What comes is joined before what goes is left. */
    void use(List<Link> going, List<Link> coming, Failures failures) {
        List<LinkGroups> leaving =
                links.stream().filter(each -> going.contains(each.link)).toList();
        links.removeAll(leaving);
        coming.forEach(link -> links.add(factory.apply(link)));
        for (LinkGroups each : links) {
            for (InetAddress group : uses.keySet()) {
                join(group, each, failures);
            }
        }
        for (LinkGroups each : leaving) {
            try {
                each.close();
            } catch (IOException e) {
                failures.add("leaving " + each.link, e);
            }
        }
    }

    /** The interfaces in use. */
    List<Link> links() {
        return links.stream().map(each -> each.link).toList();
    }

    /** How many different groups are joined. */
    int size() {
        return uses.size();
    }

    /** How many sockets receive. */
    int sockets() {
        return links.stream().mapToInt(LinkGroups::sockets).sum();
    }
}

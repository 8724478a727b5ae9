package org.domaintypesystem.transport;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which network interfaces to use, whichever there are at a time: those that were named, or else all. */
public final class Interfaces {
    private static final Pattern LOOPBACK = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private final List<String> names;

    /**
     * @param names of interfaces, or addresses of theirs: a loopback address is the loopback interface, whatever it is called.
     *     None for the default: all that are eligible receive, and all of these but loopback send, since the system loops
     *     multicast back to listeners on the same host. While nothing but loopback is eligible, that one sends
     */
    public Interfaces(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * Requires those that were named to be there now.
     *
     * @param unusable describes the other interfaces, empty if there are none
     * @throws IllegalArgumentException if a name is not that of an eligible interface; says which there are
     */
    void require(List<Link> there, String unusable) {
        for (String name : names) {
            if (there.stream().noneMatch(link -> isNamed(link, name))) {
                throw new IllegalArgumentException(
                        "no network interface \"%s\" that is up and does IPv4 multicast; there are: %s%s"
                                .formatted(
                                        name,
                                        there.stream().map(Link::toString).collect(joining(", ")),
                                        unusable.isEmpty() ? "" : "; not usable: " + unusable));
            }
        }
    }

    /** What to use of the interfaces that are there. */
    LinkUse choose(List<Link> there) {
        if (names.isEmpty()) {
            List<Link> others =
                    there.stream().filter(link -> !link.isLoopback()).toList();
            return new LinkUse(there, others.isEmpty() ? there : others);
        }
        Set<Link> named = new LinkedHashSet<>();
        for (String name : names) {
            there.stream().filter(link -> isNamed(link, name)).findFirst().ifPresent(named::add);
        }
        List<Link> all = new ArrayList<>(named);
        return new LinkUse(all, all);
    }

    private static boolean isNamed(Link link, String name) {
        return link.isCalled(name)
                || (link.isLoopback() && LOOPBACK.matcher(name).matches());
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "all interfaces" : String.join(",", names);
    }
}

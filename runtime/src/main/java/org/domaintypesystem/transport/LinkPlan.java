package org.domaintypesystem.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what to join, leave, open and close as interfaces come and go.
 *
 * <p>Nodes on one host do not look at the same time. So that they hear each other in between, an end is delayed until all
 * have looked: of receiving on an interface that is gone, which costs nothing, and of sending on one that is there and not
 * wanted any more, such as loopback when another one has come. What is new begins at once. For one thread at a time.
 */
final class LinkPlan {
    /** Nanoseconds; everybody looks more often than this. */
    static final long GRACE = 10_000_000_000L;

    private final Interfaces interfaces;

    /** Since when what is in use is not wanted. */
    private final Map<Link, Long> receivingUnwanted = new HashMap<>();

    private final Map<Link, Long> sendingUnwanted = new HashMap<>();

    LinkPlan(Interfaces interfaces) {
        this.interfaces = interfaces;
    }

    /**
     * What to do now. What does not succeed comes again, since the next call says what is in use then.
     *
     * @param there the interfaces that are up and do multicast
     * @param now nanoseconds that never go back
     */
    LinkChanges next(LinkUse inUse, List<Link> there, long now) {
        LinkUse wanted = interfaces.choose(there);
        receivingUnwanted.keySet().retainAll(inUse.receiving());
        sendingUnwanted.keySet().retainAll(inUse.sending());

        List<Link> leave = new ArrayList<>();
        for (Link used : inUse.receiving()) {
            boolean isBack = isServed(used, wanted.receiving());
            // What was away may be another one behind the same number: its groups are joined anew.
            if (isBack
                    ? receivingUnwanted.containsKey(used)
                    : isReplaced(used, wanted.receiving()) || isOver(used, receivingUnwanted, now)) {
                leave.add(used);
                receivingUnwanted.remove(used);
            }
        }
        List<Link> close = new ArrayList<>();
        for (Link used : inUse.sending()) {
            if (isServed(used, wanted.sending())) {
                sendingUnwanted.remove(used);
            } else if (!isServed(used, there) || isOver(used, sendingUnwanted, now)) {
                close.add(used);
            }
        }
        return new LinkChanges(
                leave,
                missing(wanted.receiving(), inUse.receiving(), leave),
                missing(wanted.sending(), inUse.sending(), close),
                close);
    }

    private static boolean isServed(Link used, List<Link> links) {
        return links.stream().anyMatch(used::serves);
    }

    /** Whether it is there and has lost the address by which it was used. */
    private static boolean isReplaced(Link used, List<Link> links) {
        return links.stream().anyMatch(link -> link.index() == used.index());
    }

    private static boolean isOver(Link used, Map<Link, Long> unwanted, long now) {
        return now - unwanted.computeIfAbsent(used, link -> now) >= GRACE;
    }

    private static List<Link> missing(List<Link> wanted, List<Link> used, List<Link> ending) {
        return wanted.stream()
                .filter(link -> used.stream().noneMatch(each -> !ending.contains(each) && each.serves(link)))
                .toList();
    }
}

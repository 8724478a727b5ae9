package org.domaintypesystem.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Has groups joined and sockets opened on the interfaces that there are. For one thread at a time.
 */
final class LinkFollower {
    /** Opens a socket that sends on an interface, and receives what comes back. */
    interface SocketFactory {
        SendSocket open(Link link) throws IOException;
    }

    private final LinkPlan plan;
    private final Groups groups;
    private final SendSockets senders;
    private final SocketFactory factory;

    LinkFollower(Interfaces interfaces, Groups groups, SendSockets senders, SocketFactory factory) {
        this.plan = new LinkPlan(interfaces);
        this.groups = groups;
        this.senders = senders;
        this.factory = factory;
    }

    /** What is in use now. */
    LinkUse inUse() {
        return new LinkUse(groups.links(), senders.links());
    }

    /**
     * Does what is to be done.
     *
     * @param there the interfaces that are up and do multicast
     * @param now nanoseconds that never go back
     * @param failures takes what has to be tried again
     */
    void follow(List<Link> there, long now, Failures failures) {
        LinkChanges changes = plan.next(inUse(), there, now);
        groups.use(changes.leave(), changes.join(), failures);
        List<SendSocket> opened = new ArrayList<>();
        for (Link link : changes.open()) {
            try {
                opened.add(factory.open(link));
            } catch (IOException | RuntimeException e) {
                failures.add("sending on " + link, e);
            }
        }
        if (!opened.isEmpty()) {
            senders.add(opened);
        }
        if (!changes.close().isEmpty()) {
            senders.remove(changes.close(), failures);
        }
    }
}

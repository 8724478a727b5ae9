package org.domaintypesystem.transport;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Which interfaces are used, or shall be, and for what.
 *
 * @param receiving where groups are joined
 * @param sending where datagrams are sent
 */
record LinkUse(List<Link> receiving, List<Link> sending) {
    static final LinkUse NONE = new LinkUse(List.of(), List.of());

    LinkUse {
        receiving = List.copyOf(receiving);
        sending = List.copyOf(sending);
    }

    @Override
    public String toString() {
        return "receives on %s, sends on %s".formatted(text(receiving), text(sending));
    }

    private static String text(List<Link> links) {
        return links.isEmpty()
                ? "no interface"
                : links.stream().map(Link::toString).collect(joining(", "));
    }
}

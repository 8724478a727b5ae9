package org.domaintypesystem.transport;

import java.util.List;

/**
 * What to do so that interfaces are used as they shall be. One that is to be used anew is in both lists.
 *
 * @param leave where to receive no more
 * @param join where to receive, too
 * @param open where to send, too
 * @param close where to send no more
 */
record LinkChanges(List<Link> leave, List<Link> join, List<Link> open, List<Link> close) {
    LinkChanges {
        leave = List.copyOf(leave);
        join = List.copyOf(join);
        open = List.copyOf(open);
        close = List.copyOf(close);
    }
}

package org.domaintypesystem;

import java.util.List;

/**
 * A type that somebody on the network shares.
 *
 * @param name full name, for example {@code brewery.Temperature}
 * @param typeId its Cap'n Proto type id
 * @param publishers who publishes it, this node included
 * @param listeners who listens to it, this node included
 */
public record SharedType(String name, long typeId, List<Peer> publishers, List<Peer> listeners) {
    public SharedType {
        publishers = List.copyOf(publishers);
        listeners = List.copyOf(listeners);
    }
}

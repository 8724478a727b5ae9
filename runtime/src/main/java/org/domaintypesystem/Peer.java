package org.domaintypesystem;

import java.time.Instant;
import java.util.List;

/**
 * A node on the network, as it announces itself.
 *
 * @param sender as in {@link MessageInfo#sender}: a restarted node is another one
 * @param name what it is called; need not be unique
 * @param host what its host is called
 * @param pid its process there
 * @param since when it was first heard here
 * @param types what it publishes and listens to
 */
public record Peer(long sender, String name, String host, long pid, Instant since, List<PeerType> types) {
    public Peer {
        types = List.copyOf(types);
    }

    /**
     * A type that a node publishes, listens to, or both.
     *
     * @param name full name, for example {@code brewery.Temperature}
     * @param typeId its Cap'n Proto type id
     * @param schemaId fingerprint of the shape that the node has it in
     */
    public record PeerType(String name, long typeId, long schemaId, boolean publishes, boolean listens) {}

    @Override
    public String toString() {
        return text(name, sender, pid, host);
    }

    static String text(String name, long sender, long pid, String host) {
        return "%s (sender %016x, process %d on %s)".formatted(name, sender, pid, host);
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The other nodes that are known, the one heard longest ago first. */
final class Peers {
    /** How many nodes are remembered: further ones are ignored until some are gone. */
    static final int MAX_PEERS = 4096;

    /** Nanoseconds after which a node that is not heard is gone. */
    static final long EXPIRY = 100_000_000_000L;

    private final Map<Long, PeerState> bySender = new LinkedHashMap<>();

    /** Those who left last: an announcement that was overtaken by the farewell does not bring them back. */
    private final Set<Long> left = new LinkedHashSet<>();

    @Nullable
    PeerState heard(long sender, SocketAddress address, long now) {
        PeerState peer = bySender.remove(sender);
        if (peer != null) {
            peer.heard(address, now);
            bySender.put(sender, peer);
        }
        return peer;
    }

    @Nullable
    PeerState get(long sender) {
        return bySender.get(sender);
    }

    /** Whether there was room. */
    boolean add(PeerState peer) {
        if (bySender.size() == MAX_PEERS) {
            return false;
        }
        bySender.put(peer.sender(), peer);
        return true;
    }

    /** Takes out one who leaves, and who never comes again: a node that is started anew is another sender. */
    @Nullable
    PeerState leaves(long sender) {
        PeerState peer = bySender.remove(sender);
        if (peer != null) {
            left.add(sender);
            if (left.size() > MAX_PEERS) {
                left.remove(left.iterator().next());
            }
        }
        return peer;
    }

    boolean hasLeft(long sender) {
        return left.contains(sender);
    }

    /** Takes out those that have not been heard for too long. */
    List<PeerState> expired(long now) {
        List<PeerState> expired = new ArrayList<>();
        for (PeerState peer : bySender.values()) {
            if (now - peer.heard < EXPIRY) {
                break;
            }
            expired.add(peer);
        }
        expired.forEach(peer -> bySender.remove(peer.sender()));
        return expired;
    }

    /** When the next one expires if it is not heard; far away if there is none. */
    long nextExpiry(long now) {
        for (PeerState peer : bySender.values()) {
            return peer.heard + EXPIRY;
        }
        return now + EXPIRY;
    }

    int size() {
        return bySender.size();
    }

    Collection<PeerState> all() {
        return bySender.values();
    }
}

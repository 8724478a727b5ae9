package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other nodes that are known, the one heard longest ago first. */
final class Peers {
    /** How many nodes are remembered: further ones are ignored until some are gone. */
    static final int MAX_PEERS = 4096;

    /** Nanoseconds after which a node that is not heard is gone. */
    static final long EXPIRY = 100_000_000_000L;

    /** How long an announcement may be on its way: one that comes later than that is not older than the farewell. */
    static final long LONGEST_WAY = 10_000_000_000L;

    private record Left(long sequence, long at) {}

    private final LongMap<PeerState> bySender;
    private @Nullable PeerState earliest;
    private @Nullable PeerState latest;

    /** Those who left last: an announcement that was overtaken by the farewell does not bring them back. */
    private final Map<Long, Left> left = new LinkedHashMap<>();

    /**
     * @param seed a number that nobody outside can guess
     */
    Peers(long seed) {
        this.bySender = new LongMap<>(seed);
    }

    @Nullable
    PeerState get(long sender) {
        return bySender.get(sender);
    }

    /** A node that is known, and is now the one heard last; null if it is not. */
    @Nullable
    PeerState heard(long sender, SocketAddress address, long now) {
        PeerState peer = bySender.get(sender);
        if (peer != null) {
            peer.heard(address, now);
            if (peer != latest) {
                unlink(peer);
                append(peer);
            }
        }
        return peer;
    }

    boolean isFull() {
        return bySender.size() == MAX_PEERS;
    }

    void add(PeerState peer) {
        bySender.put(peer.sender(), peer);
        append(peer);
    }

    /**
     * Takes out one who leaves, known or not.
     *
     * @param sequence of its farewell
     */
    void leaves(long sender, long sequence, long now) {
        // The last one of several.
        Left before = left.remove(sender);
        left.put(sender, new Left(before == null ? sequence : Math.max(before.sequence(), sequence), now));
        if (left.size() > MAX_PEERS) {
            left.remove(left.keySet().iterator().next());
        }
        PeerState peer = bySender.get(sender);
        if (peer != null) {
            remove(peer);
        }
    }

    /**
     * Whether an announcement is older than its sender's farewell. One that is not shows that the sender is there all the same:
     * anybody could have sent the farewell.
     *
     * @param sequence of the announcement
     */
    boolean hasLeft(long sender, long sequence, long now) {
        if (left.isEmpty()) {
            return false;
        }
        Left farewell = left.get(sender);
        if (farewell == null) {
            return false;
        }
        if (sequence <= farewell.sequence() && now - farewell.at() < LONGEST_WAY) {
            return true;
        }
        left.remove(sender);
        return false;
    }

    /** Takes out those that have not been heard for too long. */
    List<PeerState> expired(long now) {
        if (earliest == null || now - earliest.heard < EXPIRY) {
            return List.of();
        }
        List<PeerState> expired = new ArrayList<>();
        for (PeerState peer = earliest; peer != null && now - peer.heard >= EXPIRY; peer = earliest) {
            remove(peer);
            expired.add(peer);
        }
        return expired;
    }

    /** When the next one expires if it is not heard; far away if there is none. */
    long nextExpiry(long now) {
        return (earliest == null ? now : earliest.heard) + EXPIRY;
    }

    int size() {
        return bySender.size();
    }

    List<PeerState> all() {
        List<PeerState> all = new ArrayList<>(size());
        for (PeerState peer = earliest; peer != null; peer = peer.later) {
            all.add(peer);
        }
        return all;
    }

    private void remove(PeerState peer) {
        bySender.remove(peer.sender());
        unlink(peer);
    }

    private void append(PeerState peer) {
        peer.earlier = latest;
        peer.later = null;
        if (latest == null) {
            earliest = peer;
        } else {
            latest.later = peer;
        }
        latest = peer;
    }

    private void unlink(PeerState peer) {
        if (peer.earlier == null) {
            earliest = peer.later;
        } else {
            peer.earlier.later = peer.later;
        }
        if (peer.later == null) {
            latest = peer.earlier;
        } else {
            peer.later.earlier = peer.earlier;
        }
    }
}

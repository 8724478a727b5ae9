package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of another node. Guarded by whoever guards {@link Presence}. */
public final class PeerState {
    /** How many types of one node are remembered. */
    static final int MAX_TYPES = 4096;

    private final long sender;
    private final String name;
    private final String host;
    private final long pid;
    private final long since;
    private final Map<Long, AnnouncedType> types = new LinkedHashMap<>();
    private SocketAddress address;
    long heard;

    PeerState(Announcement announcement, SocketAddress address, long epochNanos, long now) {
        this.sender = announcement.sender();
        this.name = announcement.node();
        this.host = announcement.host();
        this.pid = announcement.pid();
        this.address = address;
        this.since = epochNanos;
        this.heard = now;
    }

    public long sender() {
        return sender;
    }

    public String name() {
        return name;
    }

    public String host() {
        return host;
    }

    public long pid() {
        return pid;
    }

    /** When it was first heard, in nanoseconds since the epoch. */
    public long since() {
        return since;
    }

    /** Where its datagrams come from. */
    public SocketAddress address() {
        return address;
    }

    public Collection<AnnouncedType> types() {
        return types.values();
    }

    void heard(SocketAddress from, long now) {
        address = from;
        heard = now;
    }

    /**
     * Takes note of a type.
     *
     * @return whether that is news to anybody, a new last sequence left aside
     */
    boolean put(AnnouncedType type) {
        if (type.role() == Role.NONE) {
            return types.remove(type.typeId()) != null;
        }
        AnnouncedType before = types.get(type.typeId());
        if (before == null && types.size() == MAX_TYPES) {
            return false;
        }
        types.put(type.typeId(), type);
        return before == null
                || before.role() != type.role()
                || before.schemaId() != type.schemaId()
                || !before.name().equals(type.name());
    }
}

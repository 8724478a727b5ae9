package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;

/** What is known of another node. Guarded by whoever guards {@link Presence}. */
public final class PeerState {
    /** How many types of one node are remembered. */
    static final int MAX_TYPES = 4096;

    private final long sender;
    private final String name;
    private final String host;
    private final long pid;
    private final long since;
    private final SharedTypes shared;

    /** By type id. Most of them are the same objects as those of other nodes. */
    private AnnouncedType[] types = {};

    private SocketAddress address;
    long heard;

    PeerState(Announcement announcement, SocketAddress address, long epochNanos, long now, SharedTypes shared) {
        this.sender = announcement.sender();
        this.name = announcement.node();
        this.host = announcement.host();
        this.pid = announcement.pid();
        this.address = address;
        this.since = epochNanos;
        this.heard = now;
        this.shared = shared;
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

    /** Without their last sequences. */
    public List<AnnouncedType> types() {
        return List.of(types);
    }

    /** Whether it says that it publishes a type. */
    public boolean publishes(long typeId) {
        int at = indexOf(typeId);
        return at >= 0 && types[at].role().publishes();
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
        int at = indexOf(type.typeId());
        if (type.role() == Role.NONE) {
            if (at < 0) {
                return false;
            }
            AnnouncedType[] fewer = Arrays.copyOf(types, types.length - 1);
            System.arraycopy(types, at + 1, fewer, at, fewer.length - at);
            types = fewer;
            return true;
        }
        if (at >= 0) {
            boolean isNews = !types[at].equals(type.withoutLast());
            if (isNews) {
                types[at] = shared.one(type);
            }
            return isNews;
        }
        if (types.length == MAX_TYPES) {
            return false;
        }
        int gap = -1 - at;
        AnnouncedType[] more = Arrays.copyOf(types, types.length + 1);
        System.arraycopy(types, gap, more, gap + 1, types.length - gap);
        more[gap] = shared.one(type);
        types = more;
        return true;
    }

    /** Where a type is, or -1 less where it belongs. */
    private int indexOf(long typeId) {
        int low = 0;
        int high = types.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (types[middle].typeId() < typeId) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < types.length && types[low].typeId() == typeId ? low : -1 - low;
    }
}

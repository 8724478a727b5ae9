package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.engine.SharedTypes.Shared;
import org.jspecify.annotations.Nullable;

/** What is known of another node. Guarded by whoever guards {@link Presence}. */
public final class PeerState {
    /** How many types of one node are remembered. */
    static final int MAX_TYPES = 4096;

    private static final Shared[] NO_TYPES = {};
    private static final long[] NO_CONFLICTS = {};
    private static final long[] NOTHING_SAID = {};
    private static final int[] NOTHING_CONCERNED = {};

    /** More types than a datagram holds. */
    static final int TOLD_APART = 30;

    /** What nobody has said yet. */
    static final int NEWS = -1;

    /** As many datagrams as the types of one node may take. */
    private static final int MAX_SAID = 256;

    private final long sender;
    private final String name;
    private final String host;
    private final long pid;
    private final long since;
    private final SharedTypes shared;

    /** By type id. Most of them are the same objects as those of other nodes. */
    private Shared[] types = NO_TYPES;

    /** The types by which it means others than this node does. */
    private long[] conflicts = NO_CONFLICTS;

    /** The digests of what it has said that is still so. */
    private long[] said = NOTHING_SAID;

    private int[] concerned = NOTHING_CONCERNED;

    private int saidCount;

    private SocketAddress address;
    long heard;

    /** Its neighbours in the order of {@link Peers}. */
    @Nullable
    PeerState earlier;

    @Nullable
    PeerState later;

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
        return Arrays.stream(types).map(each -> each.type).toList();
    }

    /** What it announces by a type id; null if nothing is known. */
    @Nullable
    AnnouncedType type(long typeId) {
        int at = indexOf(typeId);
        return at < 0 ? null : types[at].type;
    }

    /** Whether it says that it publishes a type. */
    public boolean publishes(long typeId) {
        int at = indexOf(typeId);
        return at >= 0 && types[at].type.role().publishes();
    }

    /** Whether it says that it listens to a type. */
    public boolean listens(long typeId) {
        int at = indexOf(typeId);
        return at >= 0 && types[at].type.role().listens();
    }

    void heard(SocketAddress from, long now) {
        address = from;
        heard = now;
    }

    /**
     * Whether it has said something already, and nothing else about the same types since.
     *
     * @param digest of an announcement
     * @return which of its types concern this node, as given to {@link #says}; {@link #NEWS} if it is new
     */
    int said(long digest) {
        for (int i = 0; i < saidCount; i++) {
            if (said[i] == digest) {
                return concerned[i];
            }
        }
        return NEWS;
    }

    /**
     * It has said something, and what is known of it agrees. Not for what says that a type is not used: it may be, later.
     *
     * @param concerns a bit for each of the first {@link #TOLD_APART} types of which this node wants to hear every time, and one
     *     for all others
     */
    void says(long digest, int concerns) {
        if (saidCount < MAX_SAID) {
            if (saidCount == said.length) {
                int capacity = saidCount == 0 ? 4 : saidCount * 2;
                said = Arrays.copyOf(said, capacity);
                concerned = Arrays.copyOf(concerned, capacity);
            }
            said[saidCount] = digest;
            concerned[saidCount++] = concerns;
        }
    }

    /** What it has said is to be looked at again. */
    void forgetSaid() {
        saidCount = 0;
    }

    /**
     * Takes note of a type, if there is room for it.
     *
     * @return whether that is news to anybody, a new last sequence left aside
     */
    boolean put(AnnouncedType type) {
        int at = indexOf(type.typeId());
        if (type.role() == Role.NONE) {
            if (at >= 0) {
                remove(at);
            }
            return at >= 0;
        }
        if (at >= 0 && types[at].type.isLike(type)) {
            return false;
        }
        if (at < 0 && types.length == MAX_TYPES) {
            shared.refuse();
            return false;
        }
        Shared one = shared.use(type);
        if (one == null) {
            // What was known is no longer so.
            if (at >= 0) {
                remove(at);
            }
            return at >= 0;
        }
        if (at >= 0) {
            shared.release(types[at]);
            types[at] = one;
            forgetSaid();
        } else {
            insert(-1 - at, one);
        }
        return true;
    }

    private void insert(int at, Shared type) {
        Shared[] more = Arrays.copyOf(types, types.length + 1);
        System.arraycopy(types, at, more, at + 1, types.length - at);
        more[at] = type;
        types = more;
    }

    private void remove(int at) {
        forgetSaid();
        shared.release(types[at]);
        Shared[] fewer = Arrays.copyOf(types, types.length - 1);
        System.arraycopy(types, at + 1, fewer, at, fewer.length - at);
        types = fewer;
    }

    /** Gives back what it shares with others. */
    void forgetTypes() {
        for (Shared each : types) {
            shared.release(each);
        }
        types = NO_TYPES;
    }

    /** It means another type by an id than this node does. */
    void addConflict(long typeId) {
        if (!hasConflict(typeId)) {
            conflicts = Arrays.copyOf(conflicts, conflicts.length + 1);
            conflicts[conflicts.length - 1] = typeId;
        }
    }

    /** It does so no longer; whether it did. */
    boolean removeConflict(long typeId) {
        boolean isOne = hasConflict(typeId);
        if (isOne) {
            conflicts = Arrays.stream(conflicts).filter(id -> id != typeId).toArray();
        }
        return isOne;
    }

    boolean hasConflict(long typeId) {
        for (long each : conflicts) {
            if (each == typeId) {
                return true;
            }
        }
        return false;
    }

    long[] conflicts() {
        return conflicts;
    }

    /** Where a type is, or -1 less where it belongs. */
    private int indexOf(long typeId) {
        int low = 0;
        int high = types.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (types[middle].type.typeId() < typeId) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < types.length && types[low].type.typeId() == typeId ? low : -1 - low;
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.LocalTypes.Local;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the network, and what they publish and listen to: announces this node, and takes note of others. Times called
 * {@code now} are nanoseconds that never go back. For one thread at a time.
 *
 * <p>A newcomer asks, and is told by each node for itself, after a random delay that grows with the number of nodes. From then
 * on, everybody announces itself now and then, more and more rarely. A node that asks at the same time as many others is told
 * by one announcement to all.
 */
public final class Presence {
    private static final long MILLI = 1_000_000;

    /** Between the first announcement and the second; twice as long each time after that. */
    static final long SHORTEST_INTERVAL = 1_000 * MILLI;

    static final long LONGEST_INTERVAL = 30_000 * MILLI;

    /** Changes that come together are announced together. */
    static final long CHANGE_DELAY = 50 * MILLI;

    /**
     * How long the messages of a sender may still be on their way when the announcement of the last one is there: they come
     * through different sockets.
     */
    static final long GRACE = 200 * MILLI;

    /**
     * When datagrams come faster than they are handled, nobody waits longer than this for them to be read after {@link #GRACE}.
     */
    static final long LONGEST_BACKLOG = 2_000 * MILLI;

    /** Between two looks whether they have been read. */
    private static final long BACKLOG_PAUSE = 5 * MILLI;

    private static final int MAX_PENDING = 1 << 16;

    private record Last(long due, long typeId, long sender, long sequence) {
        /** Whether everything that came in time has been read by now, or nobody waits for it any more. */
        boolean isDue(long now, long readUpTo) {
            return due - now <= 0 && (due - readUpTo <= 0 || now - due >= LONGEST_BACKLOG);
        }
    }

    private final long self;
    private final long seed;
    private final LocalTypes types;
    private final Peers peers;
    private final SharedTypes shared;
    private final Announcement announcement = new Announcement();
    private final ControlWriter writer;
    private final PeerEvents events;
    private final Counters counters;
    private final SplittableRandom random;

    private final Introductions introductions;
    private final Set<Long> changed = new LinkedHashSet<>();

    /** What has come into use here, and is to be compared with what others mean by it. */
    private final Set<Long> added = new LinkedHashSet<>();

    private final Deque<Last> lasts = new ArrayDeque<>();
    private long changesDue;
    private long announcementDue;
    private long interval = SHORTEST_INTERVAL;
    private boolean isNewcomer = true;

    /**
     * Begins with the first {@link #tick}.
     *
     * @param sender of this node
     * @param seed a number that nobody outside can guess
     */
    public Presence(
            long sender,
            String node,
            String host,
            long pid,
            ControlOutput output,
            PeerEvents events,
            Counters counters,
            long seed) {
        this.self = sender;
        this.seed = seed;
        this.writer = new ControlWriter(sender, node, host, pid, output);
        this.events = events;
        this.counters = counters;
        this.random = new SplittableRandom(seed);
        this.introductions = new Introductions(random);
        this.types = new LocalTypes(seed);
        this.peers = new Peers(seed);
        this.shared = new SharedTypes(seed, counters);
    }

    /**
     * This node publishes a type.
     *
     * @param last gives the latest sequence
     */
    public void publishes(TypeDescriptor type, LongSupplier last, long now) {
        if (types.publishes(type, last)) {
            added.add(type.typeId());
            change(type, now);
        }
    }

    /** This node listens to a type, once more. */
    public void listens(TypeDescriptor type, long now) {
        if (types.listens(type)) {
            added.add(type.typeId());
            change(type, now);
        }
    }

    /** Takes one {@link #listens} back. */
    public void listensNoMore(TypeDescriptor type, long now) {
        if (types.listensNoMore(type, now)) {
            // Whoever listens next has not missed what comes until then.
            lasts.removeIf(last -> last.typeId() == type.typeId());
            change(type, now);
        }
    }

    /** Others may be reached from now on who do not know this node: it asks, and announces itself, like a newcomer. */
    public void moved(long now) {
        isNewcomer = true;
        interval = SHORTEST_INTERVAL;
        announcementDue = now;
    }

    private void change(TypeDescriptor type, long now) {
        if (changed.isEmpty()) {
            changesDue = now + CHANGE_DELAY;
        }
        changed.add(type.typeId());
    }

    /** What this node publishes and listens to. */
    public List<AnnouncedType> own() {
        return types.inUse();
    }

    /** Whether this node publishes a type. */
    public boolean publishes(long typeId) {
        return types.isPublished(typeId);
    }

    /** A node that is known; null if it is not. */
    public @Nullable PeerState peer(long sender) {
        return peers.get(sender);
    }

    /** The type by an id as this node was compiled with it; null if it was not. */
    public @Nullable TypeDescriptor localType(long typeId) {
        return types.compiled(typeId);
    }

    /** All other nodes that are known. */
    public Collection<PeerState> peers() {
        return peers.all();
    }

    /**
     * Takes a control message.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it is not what it says
     */
    public void message(InboundMessage message, SocketAddress source, long now, long epochNanos) {
        if (message.sender() == self) {
            return;
        }
        if (message.tag == MessageLayout.BYE) {
            left(message, now);
        } else if (!peers.hasLeft(message.sender(), message.sequence(), now)) {
            announcement.show(message);
            announced(source, now, epochNanos);
        }
    }

    private void announced(SocketAddress source, long now, long epochNanos) {
        boolean asks = announcement.asks();
        PeerState known = peers.heard(announcement.sender(), source, now);
        long digest = announcement.digest(seed);
        int concerns = known == null ? PeerState.NEWS : known.said(digest);
        if (known != null && concerns != PeerState.NEWS) {
            repeated(known, concerns, now);
        } else if (known == null && peers.isFull()) {
            counters.increment(Counter.PEERS_IGNORED);
            events.ignored(announcement.sender());
            return;
        } else {
            // Read to its end before anything is believed.
            take(announcement.types(), digest, known, source, now, epochNanos);
        }
        if (asks) {
            introductions.ask(source, now);
        }
    }

    /** Nearly all that nodes say of themselves they have said before: no object is built for that. */
    private void repeated(PeerState peer, int concerns, long now) {
        announcement.rewind();
        for (int i = 0; concerns != 0 && announcement.nextType(); i++) {
            Local ours = (concerns & bit(i)) == 0 ? null : types.inUse(announcement.typeId());
            if (ours != null && peer.hasConflict(announcement.typeId())) {
                conflict(peer, announcement.typeId(), ours);
            } else if (ours != null
                    && ours.isListenedTo()
                    && announcement.role().publishes()) {
                expect(announcement.typeId(), peer.sender(), announcement.last(), now);
            }
        }
    }

    private static int bit(int index) {
        return 1 << Math.min(index, PeerState.TOLD_APART);
    }

    private void take(
            List<AnnouncedType> news,
            long digest,
            @Nullable PeerState known,
            SocketAddress source,
            long now,
            long epochNanos) {
        PeerState peer = known == null ? new PeerState(announcement, source, epochNanos, now, shared) : known;
        if (known == null) {
            peers.add(peer);
        }
        long ignored = counters.get(Counter.TYPES_IGNORED);
        boolean isChanged = false;
        boolean isLasting = true;
        int concerns = 0;
        for (int i = 0; i < news.size(); i++) {
            AnnouncedType type = news.get(i);
            isChanged |= peer.put(type);
            isLasting &= type.role() != Role.NONE;
            Local ours = types.inUse(type.typeId());
            if (ours != null && (type.role().publishes() || !ours.name().equals(type.name()))) {
                concerns |= bit(i);
            }
            if (ours == null || type.role() == Role.NONE) {
                agree(peer, type.typeId());
            } else {
                compare(peer, type, ours, type.last(), now);
            }
        }
        if (known == null) {
            events.up(peer);
        } else if (isChanged) {
            events.changed(peer);
        }
        if (counters.get(Counter.TYPES_IGNORED) != ignored) {
            events.ignored(peer.sender());
        } else if (isLasting) {
            peer.says(digest, concerns);
        }
    }

    private void compare(PeerState peer, AnnouncedType theirs, Local ours, long last, long now) {
        if (!ours.name().equals(theirs.name())) {
            peer.addConflict(theirs.typeId());
            events.conflict(peer, theirs, ours.name());
            return;
        }
        agree(peer, theirs.typeId());
        if (theirs.role().publishes() && ours.isListenedTo()) {
            expect(theirs.typeId(), peer.sender(), last, now);
        }
    }

    private void agree(PeerState peer, long typeId) {
        if (peer.removeConflict(typeId)) {
            events.agreed(typeId, peer.sender());
        }
    }

    private void expect(long typeId, long sender, long last, long now) {
        if (last >= 0 && lasts.size() < MAX_PENDING) {
            lasts.add(new Last(now + GRACE, typeId, sender, last));
        }
    }

    private void left(InboundMessage message, long now) {
        long sender = message.sender();
        PeerState peer = peers.get(sender);
        // One of several, or of one whose announcements were lost, may say what nothing else says.
        Farewell.read(message, (typeId, last) -> {
            Local ours = types.inUse(typeId);
            if (ours != null && ours.isListenedTo() && (peer == null || !peer.hasConflict(typeId))) {
                expect(typeId, sender, last, now);
            }
        });
        peers.leaves(sender, message.sequence(), now);
        if (peer != null) {
            down(peer, true);
        }
    }

    private void down(PeerState peer, boolean saidSo) {
        events.down(peer, saidSo);
        for (long typeId : peer.conflicts()) {
            events.agreed(typeId, peer.sender());
        }
        peer.forgetTypes();
    }

    /** What this node has not used before may be something else to others. */
    private void compareAdded() {
        for (long typeId : added) {
            Local ours = types.inUse(typeId);
            if (ours != null) {
                for (PeerState peer : peers.all()) {
                    conflict(peer, typeId, ours);
                }
            }
        }
        added.clear();
    }

    /** Tells of a conflict with what is known of a node, if there is one. */
    private void conflict(PeerState peer, long typeId, Local ours) {
        AnnouncedType theirs = peer.type(typeId);
        if (theirs != null) {
            // It may concern this node from now on.
            peer.forgetSaid();
            if (!ours.name().equals(theirs.name())) {
                peer.addConflict(typeId);
                events.conflict(peer, theirs, ours.name());
            }
        }
    }

    /**
     * Does what is due.
     *
     * @param readUpTo all datagrams that had arrived by then have been handled
     * @return when to call again
     */
    public long tick(long now, long readUpTo, long epochNanos) {
        if (isNewcomer) {
            isNewcomer = false;
            changed.clear();
            writer.announce(types.all(), true, epochNanos, null);
            announcementDue = now + jittered(interval);
        }
        for (Last last = lasts.peek(); last != null && last.isDue(now, readUpTo); last = lasts.peek()) {
            lasts.remove();
            events.published(last.typeId(), last.sender(), last.sequence());
        }
        peers.expired(now).forEach(peer -> down(peer, false));
        types.forgetUnused(now);
        compareAdded();
        answer(now, epochNanos);
        if (announcementDue - now <= 0) {
            announceToAll(now, epochNanos);
        } else if (!changed.isEmpty() && changesDue - now <= 0) {
            writer.announce(types.some(changed), false, epochNanos, null);
            changed.clear();
        }
        return nextTick(now);
    }

    private void answer(long now, long epochNanos) {
        if (introductions.nextDue(peers.size(), now + 1) - now > 0) {
            return;
        }
        if (introductions.isCrowd()) {
            announceToAll(now, epochNanos);
            return;
        }
        List<AnnouncedType> all = types.all();
        for (SocketAddress each = introductions.takeDue(peers.size(), now);
                each != null;
                each = introductions.takeDue(peers.size(), now)) {
            writer.announce(all, false, epochNanos, each);
        }
    }

    /**
     * Tells all that there is to tell; whoever has asked hears it, too. What is not in use any more is told again and again,
     * for those who have missed it when it was news.
     */
    private void announceToAll(long now, long epochNanos) {
        changed.clear();
        introductions.clear(now);
        writer.announce(types.all(), false, epochNanos, null);
        interval = Math.min(LONGEST_INTERVAL, interval * 2);
        announcementDue = now + jittered(interval);
    }

    /** When the next {@link #tick} is due: earlier than the last one said if a message has come since. */
    public long nextTick(long now) {
        long next = Math.min(announcementDue, peers.nextExpiry(now));
        if (!changed.isEmpty()) {
            next = Math.min(next, changesDue);
        }
        Last last = lasts.peek();
        if (last != null) {
            next = Math.min(next, last.due() - now > 0 ? last.due() : now + BACKLOG_PAUSE);
        }
        return introductions.nextDue(peers.size(), next);
    }

    /** Between three and five quarters: nodes that start together drift apart. */
    private long jittered(long nanos) {
        return nanos * 3 / 4 + random.nextLong(nanos / 2);
    }

    /** Takes leave of all. */
    public void leave(long epochNanos) {
        writer.bye(types.published(), epochNanos);
    }
}

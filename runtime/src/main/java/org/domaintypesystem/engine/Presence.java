package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.domaintypesystem.codec.TypeDescriptor;
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

    /** Answers are spread over this, or over so much for each node that is known. */
    static final long ANSWER_SPREAD = 100 * MILLI;

    static final long ANSWER_SPREAD_PER_NODE = 2 * MILLI;

    /** More who ask at the same time than these get one answer to all. */
    static final int SINGLE_ANSWERS = 4;

    /**
     * How long the messages of a sender may still be on their way when the announcement of the last one is there: they come
     * through different sockets.
     */
    static final long GRACE = 200 * MILLI;

    private static final int MAX_PENDING = 1 << 16;

    private record Last(long due, long typeId, long sender, long sequence) {}

    private final long self;
    private final LocalTypes types = new LocalTypes();
    private final Peers peers = new Peers();
    private final SharedTypes shared = new SharedTypes();
    private final ControlWriter writer;
    private final PeerEvents events;
    private final Counters counters;
    private final SplittableRandom random;

    private final Map<SocketAddress, Long> answers = new HashMap<>();
    private final Set<Long> changed = new LinkedHashSet<>();
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
        this.writer = new ControlWriter(sender, node, host, pid, output);
        this.events = events;
        this.counters = counters;
        this.random = new SplittableRandom(seed);
    }

    /**
     * This node publishes a type.
     *
     * @param last gives the latest sequence
     */
    public void publishes(TypeDescriptor type, LongSupplier last, long now) {
        if (types.publishes(type, last)) {
            change(type, now);
        }
    }

    /** This node listens to a type, once more. */
    public void listens(TypeDescriptor type, long now) {
        if (types.listens(type)) {
            change(type, now);
        }
    }

    /** Takes one {@link #listens} back. */
    public void listensNoMore(TypeDescriptor type, long now) {
        if (types.listensNoMore(type)) {
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
        if (message.tag == MessageLayout.ANNOUNCE) {
            announced(Announcement.read(message), source, now, epochNanos);
        } else {
            left(message, now);
        }
    }

    private void announced(Announcement announcement, SocketAddress source, long now, long epochNanos) {
        if (announcement.sender() == self || peers.hasLeft(announcement.sender())) {
            return;
        }
        PeerState known = peers.heard(announcement.sender(), source, now);
        PeerState peer = known == null ? new PeerState(announcement, source, epochNanos, now, shared) : known;
        if (known == null && !peers.add(peer)) {
            counters.increment(Counter.PEERS_IGNORED);
            return;
        }
        boolean isChanged = false;
        for (AnnouncedType type : announcement.types()) {
            isChanged |= peer.put(type);
            compare(peer, type, now);
        }
        if (known == null) {
            events.up(peer);
        } else if (isChanged) {
            events.changed(peer);
        }
        if (announcement.asks()) {
            answer(source, now);
        }
    }

    private void compare(PeerState peer, AnnouncedType type, long now) {
        String ours = types.nameOf(type.typeId());
        if (ours != null && type.role() != Role.NONE && !ours.equals(type.name())) {
            events.conflict(peer, type, ours);
        } else if (type.role().publishes() && types.isListenedTo(type.typeId())) {
            expect(type.typeId(), peer.sender(), type.last(), now);
        }
    }

    private void expect(long typeId, long sender, long last, long now) {
        if (last >= 0 && lasts.size() < MAX_PENDING) {
            lasts.add(new Last(now + GRACE, typeId, sender, last));
        }
    }

    private void answer(SocketAddress source, long now) {
        if (answers.size() <= SINGLE_ANSWERS) {
            long spread = Math.max(ANSWER_SPREAD, peers.size() * ANSWER_SPREAD_PER_NODE);
            answers.putIfAbsent(source, now + random.nextLong(spread));
        }
    }

    private void left(InboundMessage message, long now) {
        PeerState peer = peers.leaves(message.sender());
        if (peer != null) {
            Farewell.read(message, (typeId, last) -> {
                if (types.isListenedTo(typeId)) {
                    expect(typeId, peer.sender(), last, now);
                }
            });
            events.down(peer, true);
        }
    }

    /**
     * Does what is due.
     *
     * @return when to call again
     */
    public long tick(long now, long epochNanos) {
        if (isNewcomer) {
            isNewcomer = false;
            changed.clear();
            writer.announce(types.all(), true, epochNanos, null);
            announcementDue = now + jittered(interval);
        }
        for (Last last = lasts.peek(); last != null && last.due() - now <= 0; last = lasts.peek()) {
            lasts.remove();
            events.published(last.typeId(), last.sender(), last.sequence());
        }
        peers.expired(now).forEach(peer -> events.down(peer, false));
        answer(now, epochNanos);
        if (announcementDue - now <= 0) {
            announceToAll(now, epochNanos);
            interval = Math.min(LONGEST_INTERVAL, interval * 2);
        } else if (!changed.isEmpty() && changesDue - now <= 0) {
            writer.announce(types.some(changed), false, epochNanos, null);
            changed.clear();
        }
        return nextTick(now);
    }

    private void answer(long now, long epochNanos) {
        boolean isDue = answers.values().stream().anyMatch(due -> due - now <= 0);
        if (isDue && answers.size() > SINGLE_ANSWERS) {
            announceToAll(now, epochNanos);
        } else if (isDue) {
            answers.entrySet().removeIf(answer -> {
                boolean isNow = answer.getValue() - now <= 0;
                if (isNow) {
                    writer.announce(types.all(), false, epochNanos, answer.getKey());
                }
                return isNow;
            });
        }
    }

    /**
     * Tells all that there is to tell; whoever has asked hears it, too. What is not in use any more is told again and again,
     * for those who have missed it when it was news.
     */
    private void announceToAll(long now, long epochNanos) {
        changed.clear();
        answers.clear();
        writer.announce(types.all(), false, epochNanos, null);
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
            next = Math.min(next, last.due());
        }
        for (long due : answers.values()) {
            next = Math.min(next, due);
        }
        return next;
    }

    /** Between three and five quarters: nodes that start together drift apart. */
    private long jittered(long nanos) {
        return nanos * 3 / 4 + random.nextLong(nanos / 2);
    }

    /** Takes leave of all. */
    public void leave(long epochNanos) {
        writer.bye(types.all().stream().filter(type -> type.role().publishes()).toList(), epochNanos);
    }
}

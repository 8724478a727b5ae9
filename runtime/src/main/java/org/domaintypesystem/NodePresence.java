package org.domaintypesystem;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.domaintypesystem.Peer.PeerType;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.AnnouncedType;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.PeerEvents;
import org.domaintypesystem.engine.PeerState;
import org.domaintypesystem.engine.Presence;
import org.domaintypesystem.jfr.Events;
import org.domaintypesystem.spi.Environment;
import org.jspecify.annotations.Nullable;

/** Who is on the network, for any thread: guards the engine, and hands on what it finds out without holding a lock. */
final class NodePresence implements PeerEvents {
    /** So many types of a node take as much room in the queue as the rest of an event. */
    private static final int TYPES_IN_ROOM = 4;

    /** What concerns those who receive messages. */
    interface Messages {
        void published(long typeId, long sender, long last);

        void ignore(long typeId, long sender);

        void heed(long typeId, long sender);

        /** What a node says that it publishes and listens to. */
        void announced(long sender, List<AnnouncedType> types);

        /**
         * A node is gone.
         *
         * @param saidSo whether it took its leave
         */
        void gone(long sender, boolean saidSo);

        /** All nodes that were known have fallen silent, and did not say that they leave. */
        void forsaken();
    }

    private final Environment environment;
    private final long sender;
    private final String name;
    private final long since;
    private final NodeLog log;
    private final Messages messages;
    private final Runnable wake;
    private final NodeEventQueue queue;
    private final List<PeerListener> listeners = new CopyOnWriteArrayList<>();
    private final Presence presence;

    /** For the receiving thread: found out by the engine under the lock, to be done without it. */
    private final Queue<Runnable> found = new ArrayDeque<>();

    /** For the receiving thread: when the next tick comes by itself. */
    private long due;

    /**
     * @param wake has {@link #tick} called soon
     */
    NodePresence(
            Environment environment,
            long sender,
            String name,
            ControlOutput output,
            Counters counters,
            NodeLog log,
            Messages messages,
            Runnable wake) {
        this.environment = environment;
        this.sender = sender;
        this.name = name;
        this.since = environment.epochNanos();
        this.log = log;
        this.messages = messages;
        this.wake = wake;
        this.due = environment.nanoTime();
        this.queue = new NodeEventQueue(environment, name + " peers", log);
        this.presence = new Presence(
                sender, name, environment.host(), environment.pid(), output, this, counters, environment.random());
    }

    synchronized void publishes(TypeDescriptor type, LongSupplier last) {
        presence.publishes(type, last, environment.nanoTime());
    }

    synchronized void listens(TypeDescriptor type) {
        presence.listens(type, environment.nanoTime());
    }

    synchronized void listensNoMore(TypeDescriptor type) {
        presence.listensNoMore(type, environment.nanoTime());
    }

    /** Whether this node publishes or listens to anything. */
    synchronized boolean isUsed() {
        return !presence.own().isEmpty();
    }

    synchronized void leave() {
        presence.leave(environment.epochNanos());
    }

    void end() {
        queue.end();
    }

    /** The type by an id as this node was compiled with it; null if it was not. */
    synchronized @Nullable TypeDescriptor localType(long typeId) {
        return presence.localType(typeId);
    }

    /** Where the datagrams of another node come from; null if it is not known. */
    synchronized @Nullable SocketAddress addressOf(long of) {
        PeerState peer = presence.peer(of);
        return peer == null ? null : peer.address();
    }

    /** How many other nodes listen to a type, as far as is known. */
    synchronized int listeners(long typeId) {
        return (int)
                presence.peers().stream().filter(peer -> peer.listens(typeId)).count();
    }

    /** How many other nodes are known. */
    synchronized int count() {
        return presence.peers().size();
    }

    /** All other nodes, by name. */
    synchronized List<Peer> peers() {
        return presence.peers().stream()
                .map(NodePresence::peer)
                .sorted(Comparator.comparing(Peer::name).thenComparing(Peer::sender))
                .toList();
    }

    /** This node as others see it. */
    synchronized Peer self() {
        return new Peer(
                sender,
                name,
                environment.host(),
                environment.pid(),
                EpochClock.instant(since),
                presence.own().stream().map(NodePresence::type).toList());
    }

    /** A node that is known, this one included; null if it is not. */
    synchronized @Nullable Peer peer(long who) {
        if (who == sender) {
            return self();
        }
        PeerState state = presence.peer(who);
        return state == null ? null : peer(state);
    }

    /** Who publishes a type, as far as is known, this node included. */
    synchronized Set<Long> publishers(long typeId) {
        Set<Long> publishers = new LinkedHashSet<>();
        if (presence.publishes(typeId)) {
            publishers.add(sender);
        }
        for (PeerState state : presence.peers()) {
            if (state.publishes(typeId)) {
                publishers.add(state.sender());
            }
        }
        return publishers;
    }

    /** As {@link #publishers}. */
    synchronized List<Peer> publishersOf(long typeId) {
        List<Peer> peers = new ArrayList<>();
        for (long publisher : publishers(typeId)) {
            Peer peer = peer(publisher);
            if (peer != null) {
                peers.add(peer);
            }
        }
        return peers;
    }

    /** All types that are shared, by name. */
    List<SharedType> types(Collection<Peer> peers) {
        Map<String, SharedType> types = new TreeMap<>();
        for (Peer peer : peers) {
            for (PeerType type : peer.types()) {
                types.merge(
                        type.name() + '@' + type.typeId(),
                        new SharedType(
                                type.name(),
                                type.typeId(),
                                type.publishes() ? List.of(peer) : List.of(),
                                type.listens() ? List.of(peer) : List.of()),
                        NodePresence::united);
            }
        }
        return List.copyOf(types.values());
    }

    private static SharedType united(SharedType one, SharedType other) {
        return new SharedType(
                one.name(),
                one.typeId(),
                joined(one.publishers(), other.publishers()),
                joined(one.listeners(), other.listeners()));
    }

    private static List<Peer> joined(List<Peer> some, List<Peer> others) {
        List<Peer> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Tells a listener of all nodes that are known and of whatever happens from now on. */
    synchronized PeerSubscription listen(PeerListener listener) {
        peers().forEach(peer -> queue.put(room(peer), () -> listener.up(peer)));
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** There is a further way to other nodes. */
    void moved() {
        synchronized (this) {
            presence.moved(environment.nanoTime());
        }
        wake.run();
    }

    /** A control message. On the receiving thread. */
    void message(InboundMessage message, SocketAddress source) {
        boolean isDueEarlier;
        synchronized (this) {
            long now = environment.nanoTime();
            presence.message(message, source, now, environment.epochNanos());
            long next = presence.nextTick(now);
            isDueEarlier = next - due < 0;
            due = Math.min(due, next);
        }
        if (isDueEarlier) {
            wake.run();
        }
        handOn();
    }

    /**
     * On the receiving thread; in how many nanoseconds to call again.
     *
     * @param readUpTo all datagrams that had arrived by then have been handled
     */
    long tick(long readUpTo) {
        long pause;
        synchronized (this) {
            long now = environment.nanoTime();
            due = presence.tick(now, readUpTo, environment.epochNanos());
            pause = Math.max(1, due - now);
        }
        handOn();
        return pause;
    }

    private void handOn() {
        for (Runnable each = found.poll(); each != null; each = found.poll()) {
            each.run();
        }
    }

    @Override
    public void up(PeerState state) {
        log.debug(() -> "is joined by " + text(state));
        Events.peerUp(state.sender(), state.name(), state.host(), state.pid());
        announced(state);
        tell(state, (listener, peer) -> listener.up(peer));
    }

    @Override
    public void changed(PeerState state) {
        announced(state);
        tell(state, (listener, peer) -> listener.changed(peer));
    }

    private void announced(PeerState peer) {
        long from = peer.sender();
        List<AnnouncedType> types = peer.types();
        found.add(() -> messages.announced(from, types));
    }

    @Override
    public void down(PeerState state, boolean saidSo) {
        Events.peerDown(state.sender(), state.name(), state.host(), state.pid(), saidSo);
        log.debug(() -> (saidSo ? "is left by " : "has not heard for long from ") + text(state));
        tell(state, (listener, peer) -> listener.down(peer, saidSo));
        long gone = state.sender();
        found.add(() -> messages.gone(gone, saidSo));
        if (!saidSo && presence.peers().isEmpty()) {
            found.add(messages::forsaken);
        }
    }

    private void tell(PeerState state, BiConsumer<PeerListener, Peer> event) {
        if (!listeners.isEmpty()) {
            Peer peer = peer(state);
            for (PeerListener listener : listeners) {
                queue.put(room(peer), () -> event.accept(listener, peer));
            }
        }
    }

    @Override
    public void published(long typeId, long sender, long last) {
        found.add(() -> messages.published(typeId, sender, last));
    }

    @Override
    public void conflict(PeerState peer, AnnouncedType theirs, String ours) {
        found.add(() -> messages.ignore(theirs.typeId(), peer.sender()));
        log.conflict(() -> text(peer), theirs.name(), ours, theirs.typeId());
    }

    @Override
    public void agreed(long typeId, long sender) {
        found.add(() -> messages.heed(typeId, sender));
    }

    @Override
    public void ignored(long from) {
        log.crowded(from);
    }

    private static String text(PeerState state) {
        return Peer.text(state.name(), state.sender(), state.pid(), state.host());
    }

    private static int room(Peer peer) {
        return 1 + peer.types().size() / TYPES_IN_ROOM;
    }

    private static Peer peer(PeerState state) {
        return new Peer(
                state.sender(),
                state.name(),
                state.host(),
                state.pid(),
                EpochClock.instant(state.since()),
                state.types().stream().map(NodePresence::type).toList());
    }

    private static PeerType type(AnnouncedType type) {
        return new PeerType(
                type.name(),
                type.typeId(),
                type.schemaId(),
                type.role().publishes(),
                type.role().listens());
    }
}

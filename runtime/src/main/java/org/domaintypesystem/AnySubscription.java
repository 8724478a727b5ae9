package org.domaintypesystem;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.domaintypesystem.Peer.PeerType;
import org.domaintypesystem.codec.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/** A listener of all types that somebody publishes: a subscription for each, from when it is announced. For any thread. */
final class AnySubscription implements Subscription, PeerListener {
    /** How many types are listened to. */
    static final int MAX_TYPES = 4096;

    /** Is told which versions there are. */
    interface Versions {
        void met(Peer peer, PeerType type);
    }

    /** Types as they are told apart: two may have one id, and then the first one counts. */
    private final Map<Long, Subscription> subscriptions = new HashMap<>();

    private final Function<TypeDescriptor, @Nullable Subscription> subscribe;
    private final Versions versions;
    private final SharedWorker worker;
    private final NodeLog log;
    private final Consumer<AnySubscription> onClose;
    private @Nullable PeerSubscription peers;
    private boolean closed;

    /**
     * @param subscribe listens to one type, if that is possible
     * @param versions is told of all that others publish
     * @param worker what all subscriptions are delivered by; closed with this
     */
    AnySubscription(
            Function<TypeDescriptor, @Nullable Subscription> subscribe,
            Versions versions,
            SharedWorker worker,
            NodeLog log,
            Consumer<AnySubscription> onClose) {
        this.subscribe = subscribe;
        this.versions = versions;
        this.worker = worker;
        this.log = log;
        this.onClose = onClose;
    }

    /** Says how to listen to peers no more. */
    synchronized void listensBy(PeerSubscription subscription) {
        if (closed) {
            subscription.close();
        }
        peers = subscription;
    }

    @Override
    public void up(Peer peer) {
        changed(peer);
    }

    @Override
    public void changed(Peer peer) {
        for (PeerType type : peer.types()) {
            if (type.publishes()) {
                add(new TypeDescriptor(type.name(), type.typeId(), type.schemaId()));
                versions.met(peer, type);
            }
        }
    }

    /** Listens to a type, unless that is done. */
    synchronized void add(TypeDescriptor type) {
        if (closed || subscriptions.containsKey(type.typeId())) {
            return;
        }
        if (subscriptions.size() == MAX_TYPES) {
            log.tooManyTypes(type.name(), MAX_TYPES);
            return;
        }
        Subscription subscription = subscribe.apply(type);
        if (subscription != null) {
            subscriptions.put(type.typeId(), subscription);
        }
    }

    @Override
    public long delivered() {
        return sum(Subscription::delivered);
    }

    @Override
    public long dropped() {
        return sum(Subscription::dropped);
    }

    @Override
    public long superseded() {
        return 0;
    }

    private synchronized long sum(ToLongFunction<Subscription> count) {
        return subscriptions.values().stream().mapToLong(count).sum();
    }

    @Override
    public void close() {
        Collection<Subscription> all;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            all = List.copyOf(subscriptions.values());
            if (peers != null) {
                peers.close();
            }
        }
        all.forEach(Subscription::close);
        worker.close();
        onClose.accept(this);
    }
}

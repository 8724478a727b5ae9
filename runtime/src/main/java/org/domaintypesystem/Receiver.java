package org.domaintypesystem;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.Inbound;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.InboundType;
import org.domaintypesystem.engine.LongMap;
import org.domaintypesystem.engine.Reassemblies;
import org.domaintypesystem.engine.ReplyMessage;
import org.domaintypesystem.engine.Silence;
import org.domaintypesystem.schema.MulticastGroups;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** The receiving side of a node: from datagrams to the subscriptions to their types. */
final class Receiver implements TransportListener, NodePresence.Messages {
    private final NodeLog log;
    private final Environment environment;
    private final Counters counters = new Counters();
    private final long seed;
    private final Reassemblies reassemblies;
    private final Inbound inbound;

    /** Guarded by this. */
    private final Map<Long, TypeListeners> listeners = new HashMap<>();

    /** What the receiving thread goes by: replaced, never changed. */
    private volatile LongMap<InboundType> types;

    private final Silence silence;
    private volatile @Nullable SilenceReport silenceReport;
    private volatile @Nullable NodePresence presence;
    private volatile @Nullable NodeQueries queries;
    private volatile @Nullable NodeAnswers answers;

    /** For the receiving thread: whether a tick comes by itself to look at {@link #reassemblies}. */
    private boolean isLooking;

    private volatile Runnable wake = () -> {};

    /**
     * @param self the sender of this node
     * @param maxMessageSize in bytes
     */
    Receiver(NodeLog log, Environment environment, long self, int maxMessageSize) {
        this.log = log;
        this.environment = environment;
        this.seed = environment.random();
        this.types = new LongMap<>(seed);
        this.silence = new Silence(self, environment.nanoTime());
        this.reassemblies = new Reassemblies(maxMessageSize, counters, environment::nanoTime, seed);
        this.inbound = new Inbound(counters, this::control, reassemblies, this::wantsLarge);
    }

    /** Begins to tick, and to take what concerns no single type. */
    void start(NodePresence who, NodeQueries asking, NodeAnswers answering, Transport transport) {
        wake = transport::wake;
        silenceReport = new SilenceReport(silence, environment, transport, who, counters, log);
        queries = asking;
        answers = answering;
        presence = who;
    }

    private boolean wantsLarge(int body, long typeId, long sender) {
        NodeQueries asking = queries;
        return body == ReplyMessage.BODY && asking != null && asking.isAsking(typeId);
    }

    private void control(InboundMessage message, SocketAddress source) {
        NodePresence who = presence;
        NodeQueries asking = queries;
        NodeAnswers answering = answers;
        if (who == null || asking == null || answering == null) {
            return;
        }
        if (message.isQuery()) {
            answering.message(message, source);
        } else if (message.isReply()) {
            asking.message(message);
        } else {
            who.message(message, source);
        }
    }

    @Override
    public void published(long typeId, long sender, long last) {
        InboundType type = types.get(typeId);
        if (type != null) {
            inbound.expect(type, sender, last);
        }
    }

    @Override
    public void ignore(long typeId, long sender) {
        InboundType type = types.get(typeId);
        if (type != null) {
            inbound.ignore(type, sender);
        }
    }

    @Override
    public void forsaken() {
        silence.forsaken(environment.nanoTime());
    }

    Counters counters() {
        return counters;
    }

    /** Has a subscription receive, from when this returns. */
    synchronized void add(ActiveSubscription<?> subscription, Transport transport) throws IOException {
        long typeId = subscription.typeId;
        TypeListeners ofType = listeners.get(typeId);
        if (ofType == null) {
            ofType = new TypeListeners();
            listeners.put(typeId, ofType);
            LongMap<InboundType> more = types.copy();
            more.put(typeId, new InboundType(ofType, seed));
            types = more;
        }
        ofType.add(subscription);
        try {
            transport.join(groupOf(subscription));
        } catch (IOException | RuntimeException e) {
            forget(subscription);
            throw e;
        }
    }

    /** Takes a subscription out; again does nothing, and returns false. */
    synchronized boolean remove(ActiveSubscription<?> subscription, Transport transport) {
        boolean isThere = forget(subscription);
        if (isThere) {
            transport.leave(groupOf(subscription));
        }
        return isThere;
    }

    /** Ends all subscriptions. */
    synchronized void end() {
        listeners.values().forEach(TypeListeners::end);
        listeners.clear();
        types = new LongMap<>(seed);
    }

    private boolean forget(ActiveSubscription<?> subscription) {
        TypeListeners ofType = listeners.get(subscription.typeId);
        if (ofType == null || !ofType.remove(subscription)) {
            return false;
        }
        if (ofType.isEmpty()) {
            listeners.remove(subscription.typeId);
            LongMap<InboundType> fewer = types.copy();
            fewer.remove(subscription.typeId);
            types = fewer;
        }
        return true;
    }

    private static Inet4Address groupOf(ActiveSubscription<?> subscription) {
        return MulticastGroups.groupOf(subscription.typeId);
    }

    @Override
    public void datagram(byte[] buffer, int length, SocketAddress source) {
        if (inbound.receive(buffer, length, environment.epochNanos(), types, source)) {
            silence.heard(inbound.lastSender());
        } else {
            log.rejected();
        }
        if (!isLooking && reassemblies.isWaiting()) {
            isLooking = true;
            wake.run();
        }
    }

    @Override
    public long tick() {
        long pause = reassemblies.tick(environment.nanoTime());
        isLooking = pause != Long.MAX_VALUE;
        NodePresence who = presence;
        NodeQueries asking = queries;
        SilenceReport report = silenceReport;
        if (who != null) {
            pause = Math.min(pause, who.tick());
        }
        if (asking != null) {
            pause = Math.min(pause, asking.tick());
        }
        return report == null ? pause : Math.min(pause, report.tick());
    }

    @Override
    public void failed(String what, Throwable cause) {
        log.transportFailed(what, cause);
    }

    @Override
    public void warned(String what) {
        log.warn(what);
    }

    @Override
    public void changed(String what, boolean isFurther) {
        log.changed(what);
        NodePresence who = presence;
        if (who != null && isFurther) {
            who.moved();
        }
    }
}

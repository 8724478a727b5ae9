package org.domaintypesystem;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.AnnouncedType;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.Gate;
import org.domaintypesystem.engine.Inbound;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.InboundType;
import org.domaintypesystem.engine.LongMap;
import org.domaintypesystem.engine.Readability;
import org.domaintypesystem.engine.Reassemblies;
import org.domaintypesystem.engine.Repairs;
import org.domaintypesystem.engine.ReplyMessage;
import org.domaintypesystem.engine.Shapes;
import org.domaintypesystem.engine.Silence;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.schema.MulticastGroups;
import org.domaintypesystem.seal.Opener;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** The receiving side of a node: from datagrams to the subscriptions to their types. */
final class Receiver
        implements TransportListener,
                NodePresence.Messages,
                NodeSchemas.Messages,
                LastValueListeners,
                TypeListeners.Hearing,
                Shapes,
                Repairs.Nodes {
    private final NodeLog log;
    private final Environment environment;
    private final long self;
    private final @Nullable KeyRing keys;
    private final Counters counters = new Counters();
    private final long seed;
    private final Reassemblies reassemblies;
    private final Inbound inbound;

    /** What takes messages that are of no type, and ticks. */
    private record Parts(
            NodePresence presence,
            NodeSchemas schemas,
            NodeQueries queries,
            NodeAnswers answers,
            NodeLastValues lastValues,
            NodeRepairs repairs,
            ControlOutput output,
            SilenceReport silence) {}

    /** Guarded by this. */
    private final Map<Long, TypeListeners> listeners = new HashMap<>();

    /** What the receiving thread goes by: replaced, never changed. */
    private volatile LongMap<InboundType> types;

    private final Silence silence;
    private volatile @Nullable Parts parts;

    /** For the receiving thread: whether a tick comes by itself to look at {@link #reassemblies}. */
    private boolean isLooking;

    private volatile Runnable wake = () -> {};

    /**
     * @param self the sender of this node
     * @param maxMessageSize in bytes
     * @param repairTime how long messages wait for those before them, in nanoseconds
     * @param keys null for a node without
     */
    Receiver(
            NodeLog log,
            Environment environment,
            long self,
            int maxMessageSize,
            long repairTime,
            @Nullable KeyRing keys) {
        this.log = log;
        this.environment = environment;
        this.self = self;
        this.keys = keys;
        this.seed = environment.random();
        this.types = new LongMap<>(seed);
        this.silence = new Silence(self, environment.nanoTime());
        this.reassemblies = new Reassemblies(maxMessageSize, counters, environment::nanoTime, seed);
        Repairs repairs = new Repairs(
                self,
                this,
                this::send,
                counters,
                reassemblies,
                environment::nanoTime,
                repairTime,
                environment.random());
        Gate gate = keys == null
                ? Gate.open(log::warn)
                : Gate.keyed(
                        new Opener(keys, environment.random()),
                        self,
                        counters,
                        this::send,
                        environment::nanoTime,
                        environment::random,
                        log::warn);
        this.inbound = new Inbound(counters, this::control, reassemblies, this::wantsLarge, this, repairs, gate);
    }

    private void send(byte[] message, int length, @Nullable SocketAddress destination) {
        Parts all = parts;
        if (all != null) {
            all.output().send(message, length, destination);
        }
    }

    @Override
    public @Nullable SocketAddress addressOf(long sender) {
        Parts all = parts;
        return all == null ? null : all.presence().addressOf(sender);
    }

    @Override
    public int listenersOf(long typeId) {
        Parts all = parts;
        return all == null ? 0 : all.presence().listeners(typeId);
    }

    /** Begins to tick, and to take what concerns no single type. */
    void start(
            NodePresence presence,
            NodeSchemas schemas,
            NodeQueries queries,
            NodeAnswers answers,
            NodeLastValues lastValues,
            NodeRepairs repairs,
            ControlOutput output,
            Transport transport) {
        wake = transport::wake;
        SilenceReport report = new SilenceReport(silence, environment, transport, presence, counters, log);
        parts = new Parts(presence, schemas, queries, answers, lastValues, repairs, output, report);
    }

    private boolean wantsLarge(int body, long typeId, long schemaId, long sender) {
        Parts all = parts;
        return all != null
                && (all.schemas().wants(body, typeId, schemaId)
                        || (body == ReplyMessage.BODY && all.queries().isAsking(typeId)));
    }

    private void control(InboundMessage message, SocketAddress source) {
        Parts all = parts;
        if (all == null) {
            return;
        }
        if (message.sender() == self) {
            all.lastValues().own(source);
        }
        if (message.isNak()) {
            all.repairs().asked(message, source);
        } else if (message.isAboutLastValues()) {
            all.lastValues().message(message, source);
        } else if (message.isQuery()) {
            all.answers().message(message, source);
        } else if (message.isReply()) {
            all.queries().message(message);
        } else if (message.isAboutSchemas()) {
            all.schemas().message(message);
        } else {
            all.presence().message(message, source);
        }
    }

    @Override
    public Readability judge(long typeId, long schemaId, long sender, SocketAddress source) {
        Parts all = parts;
        return all == null ? Readability.READABLE : all.schemas().judge(typeId, schemaId, sender, source);
    }

    @Override
    public @Nullable TypeDescriptor listenedTo(long typeId) {
        InboundType type = types.get(typeId);
        return type == null ? null : type.listenedToAs();
    }

    @Override
    public void resolved(long typeId, long schemaId, Readability readability) {
        inbound.resolve(typeId, schemaId, readability, types);
    }

    @Override
    public void announced(long sender, List<AnnouncedType> announced) {
        Parts all = parts;
        for (AnnouncedType type : announced) {
            if (all != null && type.role().publishes()) {
                all.lastValues().publishes(type.typeId(), sender);
            }
        }
    }

    @Override
    public void gone(long sender, boolean saidSo) {
        inbound.gone(sender, saidSo, types);
        Parts all = parts;
        if (all != null) {
            all.lastValues().gone(sender, saidSo);
        }
    }

    @Override
    public void heard(long typeId, long sender, long sequence, boolean isCopy) {
        Parts all = parts;
        if (all != null) {
            all.lastValues().heard(typeId, sender, sequence, isCopy);
        }
    }

    @Override
    public void known(long typeId, long sender, long last) {
        Parts all = parts;
        if (all != null) {
            all.lastValues().known(typeId, sender, last);
        }
    }

    @Override
    public boolean awaits(long typeId, long sender, long sequence) {
        Parts all = parts;
        return all != null && all.lastValues().awaits(typeId, sender, sequence);
    }

    @Override
    public void expects(long typeId, long sender, long last) {
        InboundType type = types.get(typeId);
        if (type != null) {
            inbound.begin(type, sender, last);
        }
    }

    @Override
    public void asks(long typeId, long sender) {
        tell(typeId, listening -> listening.asks(sender));
    }

    @Override
    public void caughtUp(long typeId, long sender) {
        tell(typeId, listening -> listening.caughtUp(sender));
    }

    private void tell(long typeId, Consumer<TypeListeners> news) {
        InboundType type = types.get(typeId);
        if (type != null && type.sink() instanceof TypeListeners listening) {
            news.accept(listening);
        }
    }

    @Override
    public boolean isListenedTo(long typeId) {
        return types.get(typeId) != null;
    }

    @Override
    public void published(long typeId, long sender, long last) {
        InboundType type = types.get(typeId);
        if (type != null && !hasOwnKeys(typeId)) {
            inbound.expect(type, typeId, sender, last);
        }
    }

    /** What is announced of a type with keys of its own, others than those who have these may have announced. */
    private boolean hasOwnKeys(long typeId) {
        return keys != null && keys.hasOwn(typeId);
    }

    @Override
    public void ignore(long typeId, long sender) {
        InboundType type = types.get(typeId);
        if (type != null && !hasOwnKeys(typeId)) {
            inbound.ignore(type, sender);
        }
    }

    @Override
    public void heed(long typeId, long sender) {
        InboundType type = types.get(typeId);
        if (type != null) {
            inbound.heed(type, sender);
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
            ofType = new TypeListeners(typeId, this);
            listeners.put(typeId, ofType);
            LongMap<InboundType> more = types.copy();
            more.put(typeId, new InboundType(ofType, seed, !hasOwnKeys(typeId)));
            types = more;
        }
        ofType.add(subscription);
        listenAs(ofType, typeId);
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
        } else {
            listenAs(ofType, subscription.typeId);
        }
        return true;
    }

    private void listenAs(TypeListeners ofType, long typeId) {
        InboundType type = types.get(typeId);
        if (type != null) {
            type.listenedToAs(ofType.compiled());
        }
    }

    private static Inet4Address groupOf(ActiveSubscription<?> subscription) {
        return MulticastGroups.groupOf(subscription.typeId);
    }

    @Override
    public void datagram(byte[] buffer, int length, SocketAddress source) {
        if (inbound.receive(buffer, length, environment.epochNanos(), types, source)) {
            if (inbound.hasHeard()) {
                silence.heard(inbound.lastSender());
            }
        } else {
            log.rejected();
        }
        Parts all = parts;
        boolean isDueEarlier = inbound.isDueEarlier();
        if (all != null) {
            isDueEarlier |= all.schemas().afterDatagram();
            isDueEarlier |= all.lastValues().afterDatagram();
            isDueEarlier |= all.repairs().afterDatagram();
        }
        if (isDueEarlier || (!isLooking && reassemblies.isWaiting())) {
            isLooking = true;
            wake.run();
        }
    }

    @Override
    public long tick(long readUpTo) {
        Parts all = parts;
        if (all == null) {
            return Long.MAX_VALUE;
        }
        long pause = reassemblies.tick(environment.nanoTime());
        isLooking = pause != Long.MAX_VALUE;
        pause = Math.min(pause, all.presence().tick(readUpTo));
        pause = Math.min(pause, all.schemas().tick());
        pause = Math.min(pause, all.queries().tick());
        pause = Math.min(pause, all.lastValues().tick());
        pause = Math.min(pause, all.repairs().tick());
        pause = Math.min(pause, all.silence().tick());
        // At the end: what was found out before may make it due.
        return Math.min(pause, inbound.tick(types, environment.epochNanos()));
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
        Parts all = parts;
        if (all != null && isFurther) {
            all.presence().moved();
        }
    }
}

package org.domaintypesystem;

import java.net.SocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongUnaryOperator;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.Counter;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.DatagramSink;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.LastValueAnswers;
import org.domaintypesystem.engine.LastValueRequests;
import org.domaintypesystem.engine.RetainedMessages;
import org.domaintypesystem.spi.Environment;
import org.jspecify.annotations.Nullable;

/**
 * The last values of a node: keeps those that it publishes, gives them to those who ask, and asks for those of others. For the
 * receiving thread, unless a method says otherwise.
 */
final class NodeLastValues implements LastValueRequests.Events, LastValueAnswers.Retained {
    private final Environment environment;
    private final long self;
    private final NodePresence presence;
    private final LastValueListeners listeners;
    private final NodeLog log;
    private final LongUnaryOperator lasts;
    private final Counters counters;
    private final LastValueRequests requests;
    private final LastValueAnswers answers;
    private final Map<Long, RetainedType<?>> retained = new ConcurrentHashMap<>();

    /** Subscriptions that have begun or ended, by any thread. */
    private final Queue<Runnable> changes = new ConcurrentLinkedQueue<>();

    /** Where this node's own datagrams come from. */
    private @Nullable SocketAddress ownAddress;

    private boolean stirred;

    /**
     * @param lasts gives the latest sequence of a type that this node publishes
     * @param output where questions and lists go
     * @param copies where messages go that have been sent before
     * @param overhead how many bytes longer each of these leaves
     * @param isSealed whether only copies count that a list has named: others may have been played back
     */
    NodeLastValues(
            Environment environment,
            long self,
            NodePresence presence,
            LastValueListeners listeners,
            LongUnaryOperator lasts,
            ControlOutput output,
            DatagramSink copies,
            int overhead,
            boolean isSealed,
            Counters counters,
            NodeLog log) {
        this.environment = environment;
        this.self = self;
        this.presence = presence;
        this.listeners = listeners;
        this.log = log;
        this.lasts = lasts;
        this.counters = counters;
        this.requests =
                new LastValueRequests(self, this::addressOf, this, output, counters, isSealed, environment.random());
        this.answers = new LastValueAnswers(self, this, output, copies, overhead, counters, environment.random());
    }

    /** The latest messages of a type that this node publishes; null if it keeps none. For any thread. */
    @SuppressWarnings("unchecked")
    <T> @Nullable RetainedType<T> of(Codec<T> codec) {
        TypeDescriptor type = codec.type();
        if (!type.isRetainingLast()) {
            return null;
        }
        // Its values are looked at only by those who have the same codec.
        return (RetainedType<T>) retained.computeIfAbsent(
                type.typeId(), id -> new RetainedType<>(codec, () -> log.lastValuesFull(type.name())));
    }

    @Override
    public @Nullable RetainedMessages of(long typeId) {
        RetainedType<?> type = retained.get(typeId);
        return type == null ? null : type.messages;
    }

    @Override
    public long last(long typeId) {
        return lasts.applyAsLong(typeId);
    }

    private @Nullable SocketAddress addressOf(long sender) {
        return sender == self ? ownAddress : presence.addressOf(sender);
    }

    /** A listener has joined, which messages reach already. For any thread; {@link #tick} is to be called. */
    void listens(ActiveSubscription<?> subscription) {
        if (subscription.catchesUp()) {
            changes.add(() -> begin(subscription));
        }
    }

    private void begin(ActiveSubscription<?> subscription) {
        long typeId = subscription.typeId;
        if (!listeners.isListenedTo(typeId)) {
            return;
        }
        long now = environment.nanoTime();
        subscription.begins();
        requests.ask(typeId, now);
        for (long sender : presence.publishers(typeId)) {
            requests.publishes(typeId, sender, now);
        }
    }

    /** A listener has left. For any thread; {@link #tick} is to be called. */
    void listensNoMore(ActiveSubscription<?> subscription) {
        if (subscription.catchesUp()) {
            changes.add(() -> {
                if (!listeners.isListenedTo(subscription.typeId)) {
                    requests.forget(subscription.typeId);
                }
            });
        }
    }

    /** A node says that it publishes a type. */
    void publishes(long typeId, long sender) {
        if (requests.isAsking(typeId)) {
            requests.publishes(typeId, sender, environment.nanoTime());
            stirred = true;
        }
    }

    /** A node is gone. */
    void gone(long sender, boolean saidSo) {
        requests.gone(sender, saidSo);
    }

    /** A control message of this node has come back, as to all nodes. */
    void own(SocketAddress source) {
        ownAddress = source;
    }

    /**
     * A request or an answer.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it is not what it says
     */
    void message(InboundMessage message, SocketAddress source) {
        stirred = true;
        if (message.isLastValuesRequest()) {
            answers.asked(message, source, presence.count(), environment.nanoTime());
        } else {
            requests.listed(message, source, environment.nanoTime());
        }
    }

    /** Whether a copy of a message is worth putting together. */
    boolean awaits(long typeId, long sender, long sequence) {
        return requests.awaits(typeId, sender, sequence);
    }

    /** A message has come. */
    void heard(long typeId, long sender, long sequence, boolean isCopy) {
        if (requests.isAsking(typeId)) {
            requests.heard(typeId, sender, sequence, isCopy, environment.nanoTime());
            stirred |= isCopy;
        }
    }

    /** What a publisher sends after a sequence is expected by now. */
    void known(long typeId, long sender, long last) {
        if (requests.isAsking(typeId)) {
            requests.known(typeId, sender, last, environment.nanoTime());
        }
    }

    @Override
    public void asks(long typeId, long sender) {
        listeners.asks(typeId, sender);
    }

    @Override
    public void expects(long typeId, long sender, long last) {
        listeners.expects(typeId, sender, last);
    }

    @Override
    public void caughtUp(long typeId, long sender) {
        listeners.caughtUp(typeId, sender);
    }

    /** Does what a datagram has made due. Whether the next {@link #tick} may be due earlier than the last one said. */
    boolean afterDatagram() {
        if (stirred) {
            tick();
            return true;
        }
        return false;
    }

    /** Does what is due; in how many nanoseconds to call again. */
    long tick() {
        stirred = false;
        for (Runnable each = changes.poll(); each != null; each = changes.poll()) {
            each.run();
        }
        long now = environment.nanoTime();
        long epochNanos = environment.epochNanos();
        long next = requests.tick(now, epochNanos) - now;
        next = Math.min(next, answers.tick(now, epochNanos) - now);
        return Math.max(1, next);
    }

    /** What has been counted. For any thread. */
    DtsCounters.LastValues counted() {
        long kept = 0;
        long bytes = 0;
        long notKept = 0;
        for (RetainedType<?> type : retained.values()) {
            kept += type.messages.size();
            bytes += type.messages.bytes();
            notKept += type.messages.notKept();
        }
        return new DtsCounters.LastValues(
                kept,
                bytes,
                notKept,
                counters.get(Counter.LAST_VALUES_ANSWERED),
                counters.get(Counter.LAST_VALUES_IGNORED),
                counters.get(Counter.LAST_VALUES_SENT),
                counters.get(Counter.LAST_VALUES_ASKED),
                counters.get(Counter.LAST_VALUES));
    }
}

package org.domaintypesystem;

import java.util.Objects;
import java.util.function.Consumer;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.delivery.DeliveryQueue;
import org.domaintypesystem.delivery.DeliverySink;
import org.domaintypesystem.delivery.EventKind;
import org.domaintypesystem.delivery.QueuedDelivery;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.spi.Workers;
import org.jspecify.annotations.Nullable;

/** One listener of one type: reads messages on the receiving thread and hands them to its delivery. */
final class ActiveSubscription<T> implements Subscription {
    final TypeDescriptor type;
    final long typeId;
    final String typeName;

    /** Whether the listener was compiled with the type, and can read some of its versions only. */
    final boolean isCompiled;

    private final MessageDecoder<T> decoder;
    private final NodeLog log;
    private final DeliveryCounters counters;
    private final ListenerSink<T> listener;
    private final DeliverySink<T> delivery;
    private final @Nullable QueuedDelivery<T> queue;
    private final Consumer<ActiveSubscription<?>> onClose;
    private final FirstHeard firstHeard;
    private final @Nullable CatchingUp<T> catchingUp;
    private volatile boolean closed;

    /**
     * @param waiting where messages wait; null if they do not
     * @param seed a number that nobody outside can guess
     * @param catchingUp null if last values are not asked for
     * @param onClose called once, when the subscription is closed
     */
    ActiveSubscription(
            TypeDescriptor type,
            boolean isCompiled,
            MessageDecoder<T> decoder,
            Listener<? super T> listener,
            @Nullable DeliveryQueue<T> waiting,
            String threadName,
            NodeLog log,
            DeliveryCounters counters,
            Workers workers,
            long seed,
            @Nullable CatchingUp<T> catchingUp,
            Consumer<ActiveSubscription<?>> onClose) {
        this.type = type;
        this.isCompiled = isCompiled;
        this.typeId = type.typeId();
        this.typeName = type.name();
        this.decoder = decoder;
        this.log = log;
        this.counters = counters;
        this.listener = new ListenerSink<>(listener, typeName, log, counters);
        this.queue = waiting == null ? null : new QueuedDelivery<>(waiting, threadName, this.listener, workers);
        this.delivery = queue == null ? this.listener : queue;
        this.firstHeard = new FirstHeard(seed);
        this.catchingUp = catchingUp;
        this.onClose = onClose;
    }

    void message(InboundMessage message) {
        if (closed) {
            return;
        }
        firstHeard.heard(message.sender(), message.sequence());
        if (isCompiled && !message.isReadable()) {
            delivery.event(EventKind.INCOMPATIBLE, message.sender(), message.sequence(), 1);
            return;
        }
        try {
            T value = Objects.requireNonNull(decoder.read(message), "nothing");
            if (catchingUp == null || catchingUp.takes(message, value)) {
                delivery.message(
                        value, message.sender(), message.sequence(), message.timestamp(), message.receivedAt());
            }
        } catch (Throwable e) {
            // Whatever a constructor or a key of the user's does, the receiving thread goes on.
            counters.undecodable.increment();
            log.undecodable(typeName, message.sender(), e);
        }
    }

    /** Whether it asks for last values. */
    boolean catchesUp() {
        return catchingUp != null;
    }

    /** A copy of a message that others have heard before. */
    void lastValue(InboundMessage message) {
        if (closed || catchingUp == null || !message.isReadable() || !catchingUp.wants(message)) {
            return;
        }
        try {
            T value = Objects.requireNonNull(decoder.read(message), "nothing");
            if (catchingUp.takes(message, value)) {
                delivery.lastValue(
                        value, message.sender(), message.sequence(), message.timestamp(), message.receivedAt());
            }
        } catch (Throwable e) {
            counters.undecodable.increment();
            log.undecodable(typeName, message.sender(), e);
        }
    }

    /** Its last values are asked for. */
    void begins() {
        if (catchingUp != null) {
            catchingUp.begin();
        }
    }

    void asks(long sender) {
        if (catchingUp != null) {
            catchingUp.again(sender);
        }
    }

    void caughtUp(long sender) {
        if (catchingUp != null) {
            catchingUp.caughtUp(sender);
        }
    }

    void missing(long sender, long first, long count) {
        long end = first + count;
        long from = firstHeard.from(sender, first);
        if (!closed && from < end) {
            delivery.event(EventKind.MISSING, sender, from, end - from);
        }
    }

    void late(long sender, long sequence) {
        if (!closed && firstHeard.covers(sender, sequence)) {
            delivery.event(EventKind.LATE, sender, sequence, 1);
        }
    }

    void known(long sender, long last) {
        firstHeard.known(sender, last);
    }

    void forgotten(long sender) {
        firstHeard.forget(sender);
        if (catchingUp != null) {
            catchingUp.forget(sender);
        }
    }

    @Override
    public long delivered() {
        return listener.delivered();
    }

    @Override
    public long dropped() {
        return queue == null ? 0 : queue.dropped();
    }

    @Override
    public long superseded() {
        return queue == null ? 0 : queue.superseded();
    }

    @Override
    public void close() {
        end();
        onClose.accept(this);
    }

    /** Ends the delivery; the rest is up to who calls this. */
    void end() {
        closed = true;
        if (queue != null) {
            queue.close();
        }
    }
}

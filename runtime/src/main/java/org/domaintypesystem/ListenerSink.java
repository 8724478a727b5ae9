package org.domaintypesystem;

import java.util.concurrent.atomic.AtomicLong;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.delivery.DeliverySink;
import org.domaintypesystem.delivery.EventKind;
import org.domaintypesystem.jfr.Events;

/** Calls a listener, and catches what it throws. For one thread at a time. */
final class ListenerSink<T> implements DeliverySink<T>, MessageInfo {
    private final Listener<? super T> listener;
    private final String typeName;
    private final NodeLog log;
    private final DeliveryCounters counters;
    private final AtomicLong delivered = new AtomicLong();

    private long sender;
    private long sequence;
    private long sourceTime;
    private long receiveTime;
    private boolean isLastValue;

    ListenerSink(Listener<? super T> listener, String typeName, NodeLog log, DeliveryCounters counters) {
        this.listener = listener;
        this.typeName = typeName;
        this.log = log;
        this.counters = counters;
    }

    /** For any thread. */
    long delivered() {
        return delivered.get();
    }

    @Override
    public void message(T value, long from, long number, long sentAt, long receivedAt) {
        isLastValue = false;
        call(value, from, number, sentAt, receivedAt);
    }

    @Override
    public void lastValue(T value, long from, long number, long sentAt, long receivedAt) {
        isLastValue = true;
        call(value, from, number, sentAt, receivedAt);
    }

    private void call(T value, long from, long number, long sentAt, long receivedAt) {
        sender = from;
        sequence = number;
        sourceTime = sentAt;
        receiveTime = receivedAt;
        delivered.lazySet(delivered.getPlain() + 1);
        counters.delivered.increment();
        try {
            listener.onMessage(value, this);
        } catch (DecodeException e) {
            // A view is checked where it is read.
            counters.undecodable.increment();
            log.undecodable(typeName, from, e);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void event(EventKind kind, long from, long first, long count) {
        switch (kind) {
            case MISSING -> lost(new Loss(typeName, from, first, count, Loss.Cause.MISSING));
            case DROPPED -> lost(new Loss(typeName, from, first, count, Loss.Cause.SLOW_LISTENER));
            case INCOMPATIBLE -> lost(new Loss(typeName, from, first, count, Loss.Cause.INCOMPATIBLE));
            case LATE -> revised(new Loss(typeName, from, first, count, Loss.Cause.MISSING));
        }
    }

    private void revised(Loss loss) {
        try {
            listener.onRevision(loss);
        } catch (Throwable e) {
            failed(e);
        }
    }

    private void lost(Loss loss) {
        Events.lost(
                typeName,
                loss.sender(),
                loss.first(),
                loss.count(),
                loss.cause().name());
        try {
            listener.onLoss(loss);
        } catch (Throwable e) {
            failed(e);
        }
    }

    private void failed(Throwable cause) {
        counters.failures.increment();
        log.listenerFailed(typeName, cause);
    }

    @Override
    public long sender() {
        return sender;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public long sourceTimeNanos() {
        return sourceTime;
    }

    @Override
    public long receiveTimeNanos() {
        return receiveTime;
    }

    @Override
    public boolean isLastValue() {
        return isLastValue;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public String toString() {
        return "%s %d of sender %016x".formatted(typeName, sequence, sender);
    }
}

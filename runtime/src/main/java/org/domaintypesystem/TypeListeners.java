package org.domaintypesystem;

import java.util.Arrays;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.InboundSink;
import org.domaintypesystem.jfr.Events;
import org.jspecify.annotations.Nullable;

/** The subscriptions to one type. Changed by one thread at a time, read by the receiving one. */
final class TypeListeners implements InboundSink {
    private final long typeId;
    private final Hearing hearing;
    private volatile ActiveSubscription<?>[] subscriptions = {};

    /** Who is told of messages of types whose last values are asked for. On the receiving thread. */
    interface Hearing {
        void heard(long typeId, long sender, long sequence, boolean isCopy);

        void known(long typeId, long sender, long last);

        boolean awaits(long typeId, long sender, long sequence);
    }

    TypeListeners(long typeId, Hearing hearing) {
        this.typeId = typeId;
        this.hearing = hearing;
    }

    void add(ActiveSubscription<?> subscription) {
        ActiveSubscription<?>[] more = Arrays.copyOf(subscriptions, subscriptions.length + 1);
        more[more.length - 1] = subscription;
        subscriptions = more;
    }

    /** Whether it was one of them. */
    boolean remove(ActiveSubscription<?> subscription) {
        ActiveSubscription<?>[] before = subscriptions;
        subscriptions =
                Arrays.stream(before).filter(each -> each != subscription).toArray(ActiveSubscription<?>[]::new);
        return subscriptions.length < before.length;
    }

    boolean isEmpty() {
        return subscriptions.length == 0;
    }

    /** The type as one of them was compiled with it; null if none was. */
    @Nullable
    TypeDescriptor compiled() {
        for (ActiveSubscription<?> each : subscriptions) {
            if (each.isCompiled) {
                return each.type;
            }
        }
        return null;
    }

    /** Ends them all. */
    void end() {
        for (ActiveSubscription<?> each : subscriptions) {
            each.end();
        }
    }

    @Override
    public void message(InboundMessage message) {
        ActiveSubscription<?>[] all = subscriptions;
        if (all.length > 0) {
            Events.received(all[0].typeName, message.sender(), message.sequence(), message.size());
        }
        boolean isHeard = false;
        for (ActiveSubscription<?> each : all) {
            each.message(message);
            isHeard |= each.catchesUp();
        }
        if (isHeard) {
            hearing.heard(typeId, message.sender(), message.sequence(), false);
        }
    }

    @Override
    public void lastValue(InboundMessage message) {
        hearing.heard(typeId, message.sender(), message.sequence(), true);
        for (ActiveSubscription<?> each : subscriptions) {
            each.lastValue(message);
        }
    }

    @Override
    public boolean awaitsLastValue(long sender, long sequence) {
        return hearing.awaits(typeId, sender, sequence);
    }

    /** A sender is asked for its last values, that was not or was lost sight of. */
    void asks(long sender) {
        for (ActiveSubscription<?> each : subscriptions) {
            each.asks(sender);
        }
    }

    /** A sender has given all its last values. */
    void caughtUp(long sender) {
        for (ActiveSubscription<?> each : subscriptions) {
            each.caughtUp(sender);
        }
    }

    @Override
    public void missing(long sender, long first, long count) {
        for (ActiveSubscription<?> each : subscriptions) {
            each.missing(sender, first, count);
        }
    }

    @Override
    public void late(long sender, long sequence) {
        for (ActiveSubscription<?> each : subscriptions) {
            each.late(sender, sequence);
        }
    }

    @Override
    public void known(long sender, long last) {
        for (ActiveSubscription<?> each : subscriptions) {
            each.known(sender, last);
        }
        hearing.known(typeId, sender, last);
    }

    @Override
    public void forgotten(long sender) {
        for (ActiveSubscription<?> each : subscriptions) {
            each.forgotten(sender);
        }
    }
}

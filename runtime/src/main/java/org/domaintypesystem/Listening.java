package org.domaintypesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domaintypesystem.Peer.PeerType;
import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.ViewDecoder;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.jspecify.annotations.Nullable;

/** Begins and ends what a node listens to. For any thread. */
final class Listening {
    private final Environment environment;
    private final String name;
    private final NodeLog log;
    private final @Nullable KeyRing keys;
    private final DeliveryCounters counters;
    private final Receiver receiver;
    private final Transport transport;
    private final NodePresence presence;
    private final NodeSchemas schemas;
    private final NodeLastValues lastValues;

    /** Those who listen to whatever there is. */
    private final List<AnySubscription> any = new CopyOnWriteArrayList<>();

    Listening(
            Environment environment,
            String name,
            NodeLog log,
            @Nullable KeyRing keys,
            DeliveryCounters counters,
            Receiver receiver,
            Transport transport,
            NodePresence presence,
            NodeSchemas schemas,
            NodeLastValues lastValues) {
        this.environment = environment;
        this.name = name;
        this.log = log;
        this.keys = keys;
        this.counters = counters;
        this.receiver = receiver;
        this.transport = transport;
        this.presence = presence;
        this.schemas = schemas;
        this.lastValues = lastValues;
    }

    /** As {@link Dts#listen(Decoder, Listener, Delivery)}. */
    <T> Subscription listen(Decoder<T> decoder, Listener<? super T> listener, Delivery delivery) {
        TypeDescriptor type = decoder.type();
        if (decoder instanceof ViewDecoder && !delivery.isInline()) {
            throw new IllegalArgumentException(
                    ("a view of %s shows bytes that are reused for the next message: listen with"
                                    + " Delivery.inline(), or read objects with its codec")
                            .formatted(type.name()));
        }
        @SuppressWarnings("unchecked")
        Keyed<T> keyed = decoder instanceof Keyed ? (Keyed<T>) decoder : null;
        boolean catchesUp = type.isRetainingLast() && !(decoder instanceof ViewDecoder);
        if (keys != null) {
            keys.check(type.name(), type.typeId());
        }
        return begin(new ActiveSubscription<>(
                type,
                true,
                message -> {
                    long struct = message.payload();
                    return decoder.read(message.reader(), struct);
                },
                listener,
                delivery.queueFor(type.name(), keyed, counters),
                name + " " + type.name(),
                log,
                counters,
                environment,
                environment.random(),
                catchesUp ? new CatchingUp<>(decoder, environment.random()) : null,
                this::end));
    }

    /** As {@link Dts#listenAny(Listener, Delivery)}. */
    Subscription listenAny(Listener<? super AnyMessage> listener, Delivery delivery) {
        // Refuses at once what no type's queue can be.
        delivery.queueFor("a message of any type", null, counters);
        SharedWorker worker = new SharedWorker(environment, name + " any");
        AnySubscription subscription = new AnySubscription(
                type -> listenToOne(type, listener, delivery, worker), this::met, worker, log, any::remove);
        any.add(subscription);
        subscription.changed(presence.self());
        subscription.listensBy(presence.listen(subscription));
        return subscription;
    }

    private void met(Peer peer, PeerType type) {
        SocketAddress source = presence.addressOf(peer.sender());
        if (source != null) {
            schemas.announced(type.typeId(), type.schemaId(), source);
            transport.wake();
        }
    }

    private @Nullable Subscription listenToOne(
            TypeDescriptor type, Listener<? super AnyMessage> listener, Delivery delivery, SharedWorker worker) {
        ActiveSubscription<AnyMessage> subscription = new ActiveSubscription<>(
                type,
                false,
                new AnyDecoder(type, schemas::schema, environment.random()),
                listener,
                delivery.queueFor(type.name(), null, counters),
                name + " any",
                log,
                counters,
                worker,
                environment.random(),
                null,
                this::end);
        try {
            return begin(subscription);
        } catch (UncheckedIOException e) {
            log.transportFailed("listening to " + type.name(), e);
            return null;
        }
    }

    private <T> Subscription begin(ActiveSubscription<T> subscription) {
        try {
            receiver.add(subscription, transport);
        } catch (IOException e) {
            subscription.end();
            throw new UncheckedIOException("cannot listen to " + subscription.typeName + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            subscription.end();
            throw e;
        }
        presence.listens(subscription.type);
        lastValues.listens(subscription);
        transport.wake();
        return subscription;
    }

    private void end(ActiveSubscription<?> subscription) {
        if (receiver.remove(subscription, transport)) {
            presence.listensNoMore(subscription.type);
            lastValues.listensNoMore(subscription);
            transport.wake();
        }
    }

    /** This node publishes a type, too. */
    void published(TypeDescriptor type) {
        for (AnySubscription each : any) {
            each.add(type);
        }
    }

    /** Ends all. */
    void close() {
        any.forEach(AnySubscription::close);
        receiver.end();
    }
}

package org.domaintypesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.ViewDecoder;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.QueryMessage;
import org.domaintypesystem.engine.Resender;
import org.domaintypesystem.engine.RetainedMessage;
import org.domaintypesystem.jfr.Events;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.schema.MulticastGroups;
import org.domaintypesystem.seal.Sealer;
import org.domaintypesystem.send.OutboundStream;
import org.domaintypesystem.send.SendPath;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A node: this process on the local network, where data is shared by its type.
 *
 * <pre>{@code
 * try (Dts dts = Dts.join()) {
 *     TemperatureListener.listen(dts, t -> System.out.println(t.celsius()));
 *
 *     TemperaturePublisher temperatures = new TemperaturePublisher(dts);
 *     temperatures.publish(new Temperature("mash-tun", 64.2, Instant.now()));
 * }
 * }</pre>
 *
 * <p>One is enough for a process. Safe for use by any number of threads.
 */
public final class Dts implements AutoCloseable {
    private final long sender;
    private final String name;
    private final NodeSettings settings;
    private final Environment environment;
    private final NodeLog log;
    private final DeliveryCounters delivered = new DeliveryCounters();
    private final Receiver receiver;
    private final Transport transport;
    private final SendPath sendPath;
    private final NodeRepairs repairs;
    private final NodePresence presence;
    private final QueryCounters queried = new QueryCounters();
    private final NodeQueries queries;
    private final NodeAnswers answers;
    private final NodeSchemas schemas;
    private final NodeLastValues lastValues;
    private final Listening listening;
    private final NodeEventQueue events;
    private final Map<Long, OutboundStream> streams = new ConcurrentHashMap<>();

    /** Whether publishing is an error; and whether everything has ended, too. */
    private final AtomicBoolean leaving = new AtomicBoolean();

    private final AtomicBoolean closed = new AtomicBoolean();

    /** Joins. */
    Dts(Environment environment, NodeSettings settings) {
        this.environment = environment;
        this.settings = settings;
        this.sender = environment.random();
        String given = settings.name();
        this.name = given == null ? "dts-%08x".formatted((int) sender) : given;
        this.log = new NodeLog(name, environment::nanoTime);
        int maxMessageSize = settings.maxMessageSize();
        KeyRing keys = settings.keys();
        this.receiver = new Receiver(
                log, environment, sender, maxMessageSize, settings.repairTime().toNanos(), keys);
        try {
            this.transport = environment.open(name, receiver);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot join the network: " + e.getMessage(), e);
        }
        Resender resender = new Resender(receiver.counters());
        Sealer sealer = keys == null ? null : new Sealer(keys, sender, environment.random());
        this.sendPath = new SendPath(transport::send, 2L * maxMessageSize, resender, sealer, environment::nanoTime);
        OutboundStream toAll = new OutboundStream(new InetSocketAddress(MulticastGroups.CONTROL, environment.port()));
        ControlOutput control = (message, length, destination) ->
                sendPath.send(destination == null ? toAll : toAll.to(destination), message, length);
        this.repairs = new NodeRepairs(
                environment,
                sender,
                settings.retention(),
                sendPath,
                resender,
                control,
                receiver.counters(),
                transport::wake);
        this.presence = new NodePresence(
                environment, sender, name, control, receiver.counters(), log, receiver, transport::wake);
        this.queries =
                new NodeQueries(environment, sender, presence, control, log, delivered, queried, transport::wake);
        this.answers = new NodeAnswers(
                environment, sender, maxMessageSize, name + " answers", sendPath, presence, log, delivered, queried);
        this.events = new NodeEventQueue(environment, name + " events", log);
        this.schemas =
                new NodeSchemas(environment, sender, presence, receiver, control, receiver.counters(), log, events);
        this.lastValues = new NodeLastValues(
                environment,
                sender,
                presence,
                receiver,
                this::lastOf,
                control,
                (datagram, length, to) -> sendPath.send(OutboundStream.ofCopies(to), datagram, length),
                sendPath.overhead(),
                keys != null,
                receiver.counters(),
                log);
        this.listening = new Listening(
                environment, name, log, keys, delivered, receiver, transport, presence, schemas, lastValues);
        try {
            transport.join(MulticastGroups.CONTROL);
        } catch (IOException | RuntimeException e) {
            transport.close();
            throw e instanceof IOException failed
                    ? new UncheckedIOException("cannot join the network: " + e.getMessage(), failed)
                    : (RuntimeException) e;
        }
        receiver.start(presence, schemas, queries, answers, lastValues, repairs, control, transport);
        transport.wake();
        log.debug(() -> "joined on " + transport + ", port " + environment.port());
        log.keys(keys);
        if (Events.AVAILABLE) {
            CountersEvent.add(this);
        }
    }

    /**
     * Joins with the defaults: the interfaces that the system property {@code dts.interface} or the environment variable
     * {@code DTS_INTERFACE} name, or else all that are up and do multicast; and the port that {@code dts.port} or
     * {@code DTS_PORT} give, or else 5387. Interfaces that come and go later are followed.
     *
     * @throws IllegalArgumentException if an interface named is not there, or does no multicast; says which do
     * @throws UncheckedIOException if the network cannot be used
     */
    public static Dts join() {
        return builder().join();
    }

    /** For those who need other than the defaults. */
    public static DtsBuilder builder() {
        return new DtsBuilder();
    }

    /** The number by which others know this node: random, never the same for two nodes. */
    public long sender() {
        return sender;
    }

    /** What this node is called in logs. */
    public String name() {
        return name;
    }

    /**
     * Listens to a type. Messages published from when this returns are received; generated listeners call this.
     *
     * @param decoder reads messages; a {@link ViewDecoder} only with {@link Delivery#inline}, and only for one
     *     subscription, since it shows one message after another in bytes that are reused
     * @throws IllegalArgumentException for a view that is to be queued, or a type without key of which the latest per key
     *     is wanted
     * @throws IllegalStateException if the node is closed
     * @throws UncheckedIOException if the type's multicast group cannot be joined
     */
    public <T> Subscription listen(Decoder<T> decoder, Listener<? super T> listener, Delivery delivery) {
        Objects.requireNonNull(listener, "listener");
        requireOpen();
        return listening.listen(decoder, listener, delivery);
    }

    /** As {@link #listenAny(Listener, Delivery)}, with a queue of 256 messages for each type. */
    public Subscription listenAny(Listener<? super AnyMessage> listener) {
        return listenAny(listener, Delivery.queue(256));
    }

    /**
     * Listens to every type that somebody on the network publishes, this node included: to those that are known, and to
     * others from when they are announced. Nobody here needs to be compiled with them: what messages mean is asked from those
     * who publish them.
     *
     * @param listener called for all types in turn, by one thread unless it is {@link Delivery#inline}
     * @param delivery for each type
     * @throws IllegalArgumentException for the latest per key: keys are known to those who were compiled with the type
     * @throws IllegalStateException if the node is closed
     */
    public Subscription listenAny(Listener<? super AnyMessage> listener, Delivery delivery) {
        Objects.requireNonNull(listener, "listener");
        requireOpen();
        return listening.listenAny(listener, delivery);
    }

    /**
     * Has a listener told when somebody publishes another version of a type than the one that is listened to here.
     *
     * @return what ends that; closing it again does nothing
     */
    public PeerSubscription listen(MismatchListener listener) {
        Objects.requireNonNull(listener, "listener");
        requireOpen();
        return schemas.listen(listener);
    }

    /**
     * Asks all nodes that publish a type and answer queries for it, this one included; generated listeners call this. Replies
     * come until all who are known to publish the type have answered, at the longest for {@code time}. A query that gets lost
     * on its way is asked again, a reply is not sent again.
     *
     * @param decoder reads replies; no {@link ViewDecoder}
     * @param text what it means is between those who ask and those who answer; at most 1024 bytes of UTF-8
     * @param time from a millisecond to an hour
     * @return what ends the query sooner
     * @throws IllegalArgumentException for another text or time, or a view
     * @throws IllegalStateException if the node is closed, or 256 queries are open
     */
    public <T> Query query(Decoder<T> decoder, String text, Duration time, Replies<? super T> replies) {
        Objects.requireNonNull(replies, "replies");
        TypeDescriptor type = decoder.type();
        if (decoder instanceof ViewDecoder) {
            throw new IllegalArgumentException("replies of " + type.name() + " wait, and a view shows one at a time");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > QueryMessage.MAX_TEXT) {
            throw new IllegalArgumentException("a text of more than " + QueryMessage.MAX_TEXT + " bytes");
        }
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a query for " + time + ", expected a millisecond to an hour");
        }
        requireOpen();
        check(type);
        return queries.ask(decoder, text, time.toNanos(), replies, name + " " + type.name() + " query");
    }

    /**
     * As {@link #query(Decoder, String, Duration, Replies)}, and collects all replies.
     *
     * @return completed when the query ends, however that is, with what has come, in order of arrival; cancelling it ends the
     *     query. Never to be waited for by an inline listener, which holds up the replies
     */
    public <T> CompletableFuture<List<T>> query(Decoder<T> decoder, String text, Duration time) {
        CollectedReplies<T> collected = new CollectedReplies<>();
        Query query = query(decoder, text, time, collected);
        var unused = collected.all.whenComplete((values, failure) -> query.close());
        return collected.all;
    }

    void announcePublisher(OutboundStream stream, TypeDescriptor type) {
        requireOpen();
        announce(stream, type);
    }

    <T> Answering answer(OutboundStream stream, Codec<T> codec, Answerer<T> answerer) {
        requireOpen();
        announce(stream, codec.type());
        return answers.add(codec, answerer);
    }

    /** The other nodes on the network that are known by now, without those who have left or fallen silent. */
    public List<Peer> peers() {
        return presence.peers();
    }

    /** The types that are shared on the network, as far as is known by now, by name: who publishes and listens to what. */
    public List<SharedType> types() {
        List<Peer> all = new ArrayList<>(presence.peers());
        all.add(presence.self());
        return presence.types(all);
    }

    /**
     * Has a listener told of all other nodes, and of who comes, changes and goes from now on.
     *
     * @return what ends that; closing it again does nothing
     */
    public PeerSubscription listen(PeerListener listener) {
        requireOpen();
        return presence.listen(listener);
    }

    /** What this node has counted. To be asked now and then: it reads files, see {@link DtsCounters.Receiving}. */
    public DtsCounters counters() {
        return CounterSnapshot.of(
                streams.values(), receiver.counters(), transport.dropped(), delivered, queried, lastValues.counted());
    }

    /**
     * Leaves: all subscriptions end, and publishing is an error from now on. Waits for nobody: listener calls under way
     * go on to their end, messages that wait in queues are not delivered, messages that other threads are publishing
     * just now may be dropped, and what somebody misses of reliable types is not sent again. From any thread, a listener's
     * included; again does nothing.
     */
    @Override
    public void close() {
        leaving.set(true);
        if (closed.compareAndSet(false, true)) {
            if (Events.AVAILABLE) {
                CountersEvent.remove(this);
            }
            queries.end();
            answers.end();
            presence.leave();
            presence.end();
            events.end();
            transport.close();
            listening.close();
            log.debug(() -> "left");
        }
    }

    /**
     * Leaves, but first stays for those who miss something of what this node has published of reliable types: publishing is
     * an error from now on, who listens is told how much there is, and what they ask for is sent again until nobody has asked
     * for half a second. Then, or when the patience is over, or if the calling thread is interrupted, as {@link #close()}, which
     * other threads may call meanwhile to have this one wait no longer. Leaves at once if nothing reliable has been published
     * lately. Never to be called by an inline listener, which holds up the thread that would send again.
     *
     * @param patience how long to stay at most; not negative
     */
    public void close(Duration patience) {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("a patience of " + patience);
        }
        leaving.set(true);
        try {
            if (!closed.get()) {
                sendPath.flush();
                repairs.linger(closed::get, patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** The messages of a type that this node sends: one stream, however many publishers. */
    OutboundStream streamOf(TypeDescriptor type) {
        check(type);
        OutboundStream stream = streams.computeIfAbsent(
                type.typeId(),
                id -> new OutboundStream(
                        new InetSocketAddress(MulticastGroups.groupOf(id), environment.port()), type.name(), sender));
        if (type.isReliable()) {
            repairs.keep(stream, type.typeId(), null);
        }
        return stream;
    }

    /** Makes sure that a type that has keys of its own is sealed with these. */
    private void check(TypeDescriptor type) {
        KeyRing keys = settings.keys();
        if (keys != null) {
            keys.check(type.name(), type.typeId());
        }
    }

    /** Keeps what is sent of a type from now on: so much, or null: as is usual. */
    void keep(OutboundStream stream, TypeDescriptor type, @Nullable Retention retention) {
        repairs.keep(stream, type.typeId(), retention);
    }

    /** The latest sequence of a type that this node publishes; 0: it has published none. */
    private long lastOf(long typeId) {
        OutboundStream stream = streams.get(typeId);
        return stream == null ? 0 : stream.last();
    }

    /** Where the latest messages of a type are kept; null if they are not. */
    <T> @Nullable RetainedType<T> retainedOf(Codec<T> codec) {
        return lastValues.of(codec);
    }

    void requireOpen() {
        if (leaving.get()) {
            throw new IllegalStateException(name + " is closed");
        }
    }

    /**
     * Has what the calling thread publishes from now on wait for more, until the batch is closed: as many messages as fit
     * leave in one datagram.
     *
     * @throws IllegalStateException if the node is closed
     */
    public Batch batch() {
        requireOpen();
        return new Batch(this, Draft.Scratch.ofThread());
    }

    int maxMessageSize() {
        return settings.maxMessageSize();
    }

    void flush() {
        sendPath.flush();
    }

    /**
     * Sends a message whose payload has been written, up to {@code end}.
     *
     * @param place where it is kept; null if it is not
     * @param isBatched whether it waits for more
     */
    boolean send(
            OutboundStream stream,
            TypeDescriptor type,
            @Nullable RetainedMessage place,
            byte[] message,
            int end,
            boolean isBatched) {
        announce(stream, type);
        MessageLayout.writeHeader(message, end, sender, type.typeId(), type.schemaId(), environment.epochNanos());
        return isBatched ? sendPath.defer(stream, place, message, end) : sendPath.send(stream, place, message, end);
    }

    private void announce(OutboundStream stream, TypeDescriptor type) {
        if (stream.isFirstUse()) {
            presence.publishes(type, stream::last);
            transport.wake();
            events.put(1, () -> listening.published(type));
        }
    }

    @Override
    public String toString() {
        return "%s (sender %016x on %s, port %d)".formatted(name, sender, transport, environment.port());
    }
}

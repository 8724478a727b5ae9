package org.domaintypesystem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.domaintypesystem.QueryResult.Answered;
import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.delivery.DropNewest;
import org.domaintypesystem.engine.AnswerState;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.OpenQuery;
import org.domaintypesystem.engine.QuerySink;
import org.domaintypesystem.engine.ReplyMessage;
import org.domaintypesystem.spi.Workers;
import org.jspecify.annotations.Nullable;

/** One query: reads replies on the receiving thread, and has a worker hand them on and then tell the end. */
final class ActiveQuery<T> implements Query, QuerySink, Workers.Task {
    private record Ended(End end, Map<Long, AnswerState> answers, List<Peer> silent) {}

    private final Decoder<T> decoder;
    private final String typeName;
    private final Replies<? super T> replies;
    private final NodeLog log;
    private final DeliveryCounters counters;
    private final LongFunction<@Nullable Peer> peers;
    private final Map<Long, Peer> publishers = new HashMap<>();
    private final Consumer<ActiveQuery<T>> onClose;
    private final DropNewest<T> queue;
    private final ListenerSink<T> sink;
    private final Workers.Worker worker;
    private volatile @Nullable Ended ended;

    /** Guarded by {@link NodeQueries}. */
    @Nullable
    OpenQuery asked;

    /** These are the worker's. */
    private final Map<Long, Long> dropped = new HashMap<>();

    private boolean told;

    /**
     * Starts to hand on.
     *
     * @param publishers those of the type who are known
     * @param peers tells who a sender is, if that is known
     * @param onClose called whenever the query is closed
     */
    ActiveQuery(
            Decoder<T> decoder,
            Replies<? super T> replies,
            List<Peer> publishers,
            LongFunction<@Nullable Peer> peers,
            String threadName,
            NodeLog log,
            DeliveryCounters counters,
            QueryCounters queryCounters,
            Workers workers,
            Consumer<ActiveQuery<T>> onClose) {
        this.decoder = decoder;
        this.typeName = decoder.type().name();
        this.replies = replies;
        this.peers = peers;
        this.log = log;
        this.counters = counters;
        this.onClose = onClose;
        publishers.forEach(peer -> this.publishers.put(peer.sender(), peer));
        this.queue = new DropNewest<>(Delivery.DEFAULT_CAPACITY, queryCounters.droppedReplies);
        this.sink = new ListenerSink<>(new Handler(), typeName, log, counters);
        this.worker = workers.start(threadName, this);
    }

    /** Hands replies on, and takes note of those that were dropped. */
    private final class Handler implements Listener<T> {
        @Override
        public void onMessage(T value, MessageInfo info) {
            replies.onReply(value, info);
        }

        @Override
        public void onLoss(Loss loss) {
            dropped.merge(loss.sender(), loss.count(), Long::sum);
        }
    }

    @Override
    public void reply(InboundMessage message, ReplyMessage reply) {
        try {
            long struct = ReplyMessage.value(message);
            T value = Objects.requireNonNull(decoder.read(message.reader(), struct), "nothing");
            queue.message(value, message.sender(), reply.index() + 1L, message.timestamp(), message.receivedAt());
        } catch (Throwable e) {
            // Whatever a constructor of the user's does, the receiving thread goes on.
            counters.undecodable.increment();
            log.undecodable(typeName, message.sender(), e);
        }
        wake();
    }

    @Override
    public void ended(End end, Map<Long, AnswerState> answers, Set<Long> silent) {
        List<Peer> silentPeers = new ArrayList<>();
        for (long sender : silent) {
            Peer peer = publishers.containsKey(sender) ? publishers.get(sender) : peers.apply(sender);
            if (peer != null) {
                silentPeers.add(peer);
            }
        }
        silentPeers.sort(Comparator.comparing(Peer::name).thenComparing(Peer::sender));
        ended = new Ended(end, answers, silentPeers);
        wake();
    }

    private synchronized void wake() {
        worker.wake();
    }

    @Override
    public void run(BooleanSupplier mayGoOn) {
        // Before the queue: what comes first was put in first.
        Ended end = ended;
        queue.drain(sink, () -> !isClosed() && mayGoOn.getAsBoolean());
        if (end != null && !told && (isClosed() || queue.isEmpty()) && mayGoOn.getAsBoolean()) {
            told = true;
            try {
                replies.onEnd(resultOf(end));
            } catch (Throwable e) {
                counters.failures.increment();
                log.listenerFailed(typeName, e);
            }
            worker.close();
        }
    }

    private boolean isClosed() {
        Ended end = ended;
        return end != null && end.end() == End.CLOSED;
    }

    private QueryResult resultOf(Ended end) {
        List<Answered> answered = new ArrayList<>();
        end.answers().forEach((sender, answer) -> {
            Peer peer = peers.apply(sender);
            answered.add(new Answered(
                    sender,
                    peer == null ? publishers.get(sender) : peer,
                    answer.values(),
                    dropped.getOrDefault(sender, 0L),
                    answer.missing(),
                    answer.isEnded() && answer.missing() == 0));
        });
        QueryResult.Cause cause = switch (end.end()) {
            case COMPLETE -> QueryResult.Cause.COMPLETE;
            case DEADLINE -> QueryResult.Cause.DEADLINE;
            case CLOSED -> QueryResult.Cause.CLOSED;
        };
        return new QueryResult(cause, answered, end.silent());
    }

    @Override
    public boolean isIdle() {
        return told || (ended == null && queue.isEmpty());
    }

    @Override
    public long dropped() {
        return queue.dropped();
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    /** For a query that could not be asked. */
    void abandon() {
        worker.close();
    }
}

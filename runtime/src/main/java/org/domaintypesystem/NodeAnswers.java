package org.domaintypesystem;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.Answers;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.QueryMessage;
import org.domaintypesystem.send.OutboundStream;
import org.domaintypesystem.send.SendPath;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Workers;
import org.jspecify.annotations.Nullable;

/** The queries that a node is asked, for any thread: guards the engine, and has a worker answer one after another. */
final class NodeAnswers implements Workers.Task {
    private final Environment environment;
    private final long sender;
    private final int maxMessageSize;
    private final String threadName;
    private final SendPath sendPath;
    private final NodePresence presence;
    private final NodeLog log;
    private final DeliveryCounters delivered;
    private final QueryCounters counters;
    private final Map<Long, List<ActiveAnswering<?>>> answerers = new ConcurrentHashMap<>();

    /** All replies are numbered together. */
    private final OutboundStream replies = new OutboundStream(new InetSocketAddress(0));

    /** Guarded by this, as are the following. */
    private final Answers answers = new Answers();

    private Workers.@Nullable Worker worker;
    private boolean ended;

    /**
     * @param sender of this node
     * @param maxMessageSize in bytes
     */
    NodeAnswers(
            Environment environment,
            long sender,
            int maxMessageSize,
            String threadName,
            SendPath sendPath,
            NodePresence presence,
            NodeLog log,
            DeliveryCounters delivered,
            QueryCounters counters) {
        this.environment = environment;
        this.sender = sender;
        this.maxMessageSize = Math.min(Answer.MAX_BYTES, maxMessageSize);
        this.threadName = threadName;
        this.sendPath = sendPath;
        this.presence = presence;
        this.log = log;
        this.delivered = delivered;
        this.counters = counters;
    }

    <T> Answering add(Codec<T> codec, Answerer<T> answerer) {
        ActiveAnswering<T> answering = new ActiveAnswering<>(codec, answerer, this::remove);
        answerers
                .computeIfAbsent(codec.type().typeId(), id -> new CopyOnWriteArrayList<>())
                .add(answering);
        return answering;
    }

    private void remove(ActiveAnswering<?> answering) {
        of(answering.type().typeId()).remove(answering);
    }

    private List<ActiveAnswering<?>> of(long typeId) {
        return answerers.getOrDefault(typeId, List.of());
    }

    /** A query. On the receiving thread. */
    void message(InboundMessage message, SocketAddress source) {
        List<ActiveAnswering<?>> all = List.copyOf(of(message.typeId()));
        if (all.isEmpty()) {
            return;
        }
        QueryMessage query = QueryMessage.read(message);
        long now = environment.nanoTime();
        Answers.Verdict verdict;
        int messages;
        synchronized (this) {
            if (ended) {
                return;
            }
            verdict = answers.offer(query, source, now);
            messages = answers.answerOf(query);
            if (verdict == Answers.Verdict.TAKEN) {
                if (worker == null) {
                    worker = environment.start(threadName, this);
                }
                worker.wake();
            }
        }
        if (verdict == Answers.Verdict.REFUSED) {
            counters.refused.increment();
            log.queryRefused(source);
        } else if (verdict == Answers.Verdict.REPEATED && messages != Answers.UNANSWERED) {
            streamTo(query, source, now + TimeUnit.MILLISECONDS.toNanos(query.millis()))
                    .end(all.get(0).type(), messages);
        }
    }

    @Override
    public void run(BooleanSupplier mayGoOn) {
        while (!isIdle() && mayGoOn.getAsBoolean()) {
            Answers.Waiting next;
            synchronized (this) {
                next = answers.poll();
            }
            if (next != null) {
                answer(next);
            }
        }
    }

    @Override
    public synchronized boolean isIdle() {
        return answers.isEmpty();
    }

    private void answer(Answers.Waiting waiting) {
        QueryMessage query = waiting.query();
        ReplyStream stream = streamTo(query, waiting.source(), waiting.deadline());
        List<ActiveAnswering<?>> all = List.copyOf(of(query.typeId()));
        if (stream.isTooLate()) {
            counters.refused.increment();
        } else if (!all.isEmpty()) {
            counters.answered.increment();
            Question question = new Question(query.text(), query.asker(), presence.peer(query.asker()));
            for (int i = 0; i < all.size(); i++) {
                answer(all.get(i), question, stream, i == all.size() - 1);
            }
            int messages = stream.end(all.get(0).type());
            synchronized (this) {
                answers.answered(query, messages);
            }
        }
    }

    private ReplyStream streamTo(QueryMessage query, SocketAddress source, long deadline) {
        return new ReplyStream(
                environment, sender, maxMessageSize, sendPath, replies.to(source), counters, query.queryId(), deadline);
    }

    private void answer(ActiveAnswering<?> answering, Question question, ReplyStream stream, boolean isLast) {
        try {
            answering.answer(question, stream, isLast);
        } catch (Throwable e) {
            failed(answering.type(), e);
        }
    }

    private void failed(TypeDescriptor type, Throwable cause) {
        delivered.failures.increment();
        log.answererFailed(type.name(), cause);
    }

    /** Ends after the answer that is under way, if any. */
    synchronized void end() {
        ended = true;
        answerers.clear();
        if (worker != null) {
            worker.close();
        }
    }
}

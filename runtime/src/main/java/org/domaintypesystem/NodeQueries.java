package org.domaintypesystem;

import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.OpenQuery;
import org.domaintypesystem.engine.Queries;
import org.domaintypesystem.engine.ReplyMessage;
import org.domaintypesystem.spi.Environment;

/** The queries that a node asks, for any thread: guards the engine, and hands on what comes without holding a lock. */
final class NodeQueries {
    private final Environment environment;
    private final NodePresence presence;
    private final NodeLog log;
    private final DeliveryCounters delivered;
    private final QueryCounters counters;
    private final Runnable wake;

    /** Guarded by this, as are the following. */
    private final Queries queries;

    /** When the next tick comes by itself. */
    private long due = Long.MAX_VALUE;

    private boolean ended;

    /**
     * @param sender of this node
     * @param wake has {@link #tick} called soon
     */
    NodeQueries(
            Environment environment,
            long sender,
            NodePresence presence,
            ControlOutput output,
            NodeLog log,
            DeliveryCounters delivered,
            QueryCounters counters,
            Runnable wake) {
        this.environment = environment;
        this.presence = presence;
        this.log = log;
        this.delivered = delivered;
        this.counters = counters;
        this.wake = wake;
        this.queries = new Queries(sender, presence::publishers, output);
    }

    /**
     * Asks.
     *
     * @throws IllegalStateException if too many queries are open, or the node is closed
     */
    <T> Query ask(Decoder<T> decoder, String text, long nanos, Replies<? super T> replies, String threadName) {
        ActiveQuery<T> query = new ActiveQuery<>(
                decoder,
                replies,
                presence.publishersOf(decoder.type().typeId()),
                presence::peer,
                threadName,
                log,
                delivered,
                counters,
                environment,
                this::close);
        boolean asked = false;
        try {
            asked = ask(query, decoder, text, nanos);
        } finally {
            if (!asked) {
                query.abandon();
            }
        }
        if (!asked) {
            throw new IllegalStateException("closed, or " + Queries.MAX_OPEN + " queries are open");
        }
        counters.asked.increment();
        wake.run();
        return query;
    }

    private synchronized boolean ask(ActiveQuery<?> query, Decoder<?> decoder, String text, long nanos) {
        if (ended) {
            return false;
        }
        query.asked = queries.ask(
                environment.random(),
                decoder.type(),
                text,
                nanos,
                query,
                environment.nanoTime(),
                environment.epochNanos());
        return query.asked != null;
    }

    private synchronized void close(ActiveQuery<?> query) {
        if (query.asked != null) {
            queries.close(query.asked);
        }
    }

    synchronized boolean isAsking(long typeId) {
        return queries.isAsking(typeId);
    }

    /** A reply. On the receiving thread. */
    void message(InboundMessage message) {
        ReplyMessage reply = ReplyMessage.read(message);
        long now = environment.nanoTime();
        OpenQuery query;
        synchronized (this) {
            query = queries.accept(message, reply, now);
        }
        if (query == null) {
            counters.strayReplies.increment();
            return;
        }
        if (reply.hasValue()) {
            counters.replies.increment();
            query.sink().reply(message, reply);
        }
        boolean isDueEarlier;
        synchronized (this) {
            queries.settle(query, now);
            long next = queries.nextTick();
            isDueEarlier = next < due;
            due = Math.min(due, next);
        }
        if (isDueEarlier) {
            wake.run();
        }
    }

    /** On the receiving thread; in how many nanoseconds to call again. */
    synchronized long tick() {
        long now = environment.nanoTime();
        due = queries.tick(now, environment.epochNanos());
        return due == Long.MAX_VALUE ? due : Math.max(1, due - now);
    }

    /** Ends all queries. */
    synchronized void end() {
        ended = true;
        queries.close();
    }
}

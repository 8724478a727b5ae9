package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.codec.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The queries of one node: asks, asks again those who have not answered, and knows what has come and when nothing more is
 * to come. Times called {@code now} are nanoseconds that never go back. For one thread at a time.
 *
 * <p>A query is asked again after a quarter of its time and after half of it, as long as somebody who is known to publish
 * the type has not said that there is no more, or nobody is known: whoever has not heard it answers then, and whoever has
 * answered says once more how many messages that were. It ends before its time when all of these have said that there is no more.
 */
public final class Queries {
    /** How many queries may be open. */
    public static final int MAX_OPEN = 256;

    /** Of how many answers there is a record, of all open queries together. */
    static final int MAX_ANSWERS = 16_384;

    /** How long replies may still be on their way that a later one, or the end of the answer, has overtaken. */
    static final long GRACE = 50_000_000;

    private static final long MILLI = 1_000_000;

    /** Says who is known to publish a type, this node included. */
    @FunctionalInterface
    public interface Publishers {
        Set<Long> of(long typeId);
    }

    private final long sender;
    private final Publishers publishers;
    private final ControlOutput output;
    private final Map<Long, OpenQuery> open = new LinkedHashMap<>();
    private final byte[] message = new byte[MessageLayout.MAX_UNCUT];
    private int answers;

    /**
     * @param sender of this node
     */
    public Queries(long sender, Publishers publishers, ControlOutput output) {
        this.sender = sender;
        this.publishers = publishers;
        this.output = output;
    }

    /**
     * Asks.
     *
     * @param queryId a number that nobody outside can guess
     * @param text at most {@link QueryMessage#MAX_TEXT} bytes
     * @param nanos for how long replies are of use, at most {@link QueryMessage#MAX_MILLIS}
     * @return null if too many queries are open
     */
    public @Nullable OpenQuery ask(
            long queryId, TypeDescriptor type, String text, long nanos, QuerySink sink, long now, long epochNanos) {
        if (open.size() == MAX_OPEN) {
            return null;
        }
        OpenQuery query = new OpenQuery(queryId, type, text, nanos, sink, now);
        await(query, now);
        send(query, now, epochNanos);
        open.put(queryId, query);
        return query;
    }

    /**
     * Takes note of a reply. When what it carries has been taken care of, {@link #settle} is to be called.
     *
     * @return the query that it belongs to; null if there is none, or the reply has been there already or cannot be
     */
    public @Nullable OpenQuery accept(InboundMessage from, ReplyMessage reply, long now) {
        OpenQuery query = open.get(reply.queryId());
        boolean isPossible = reply.index() >= 0
                && reply.index() < (reply.hasValue() ? ReplyMessage.MAX_REPLIES : ReplyMessage.MAX_REPLIES + 1)
                && (reply.hasValue() || reply.isLast());
        if (query == null || !isPossible || query.type.typeId() != from.typeId() || query.deadline - now <= 0) {
            return null;
        }
        AnswerState answer = query.answers.get(from.sender());
        if (answer == null) {
            if (answers == MAX_ANSWERS) {
                return null;
            }
            answers++;
            answer = new AnswerState();
            query.answers.put(from.sender(), answer);
            query.awaited.add(from.sender());
        }
        return answer.accept(reply, now) ? query : null;
    }

    /** Ends a query if nothing more is to come. */
    public void settle(OpenQuery query, long now) {
        if (!isOpen(query)) {
            return;
        }
        query.lookAt = query.deadline;
        for (Iterator<Long> awaited = query.awaited.iterator(); awaited.hasNext(); ) {
            AnswerState answer = query.answers.get(awaited.next());
            if (answer == null || !answer.isEnded()) {
                return;
            }
            if (answer.isOver(now)) {
                awaited.remove();
            } else {
                query.lookAt = Math.min(query.lookAt, answer.overAt());
            }
        }
        if (query.awaited.isEmpty() && await(query, now)) {
            end(query, QuerySink.End.COMPLETE);
        }
    }

    /**
     * Looks of whom something is still to come: of those known to publish the type, and of those who have begun to answer.
     *
     * @return whether there is none, among at least one that is known
     */
    private boolean await(OpenQuery query, long now) {
        Set<Long> known = publishers.of(query.type.typeId());
        query.publishers.addAll(known);
        query.awaited.addAll(known);
        // Whoever has begun has been awaited since then: to look at all of them each time would be for strangers to
        // prolong.
        query.awaited.removeIf(each -> {
            AnswerState answer = query.answers.get(each);
            return answer == null ? !known.contains(each) : answer.isOver(now);
        });
        return query.awaited.isEmpty() && !known.isEmpty();
    }

    /** Whether a query of a type is open. */
    public boolean isAsking(long typeId) {
        for (OpenQuery query : open.values()) {
            if (query.type.typeId() == typeId) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(OpenQuery query) {
        return open.get(query.queryId) == query;
    }

    /** Ends a query that nobody wants to know more of; again does nothing. */
    public void close(OpenQuery query) {
        if (isOpen(query)) {
            end(query, QuerySink.End.CLOSED);
        }
    }

    /** Ends all of them. */
    public void close() {
        List.copyOf(open.values()).forEach(this::close);
    }

    private void end(OpenQuery query, QuerySink.End end) {
        open.remove(query.queryId);
        answers -= query.answers.size();
        query.end(end);
    }

    /**
     * Does what is due.
     *
     * @return when to call again; {@link Long#MAX_VALUE}: not before there is a further query
     */
    public long tick(long now, long epochNanos) {
        for (OpenQuery query : new ArrayList<>(open.values())) {
            if (query.deadline - now <= 0) {
                query.publishers.addAll(publishers.of(query.type.typeId()));
                end(query, QuerySink.End.DEADLINE);
                continue;
            }
            if (query.repeatAt - now <= 0) {
                query.repeated();
                await(query, now);
                if (query.publishers.isEmpty() || query.isUnended()) {
                    send(query, now, epochNanos);
                }
                settle(query, now);
            } else if (query.lookAt - now <= 0) {
                settle(query, now);
            }
        }
        return nextTick();
    }

    /** When the next {@link #tick} is due: earlier than the last one said if a reply has come since. */
    public long nextTick() {
        long next = Long.MAX_VALUE;
        for (OpenQuery query : open.values()) {
            next = Math.min(next, query.due());
        }
        return next;
    }

    private void send(OpenQuery query, long now, long epochNanos) {
        long millis = Math.max(1, (query.deadline - now) / MILLI);
        QueryMessage question = new QueryMessage(sender, query.type.typeId(), query.queryId, query.text, millis);
        output.send(message, question.write(message, query.type, epochNanos), null);
    }
}

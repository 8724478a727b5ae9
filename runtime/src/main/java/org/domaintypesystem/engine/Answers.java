package org.domaintypesystem.engine;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queries that a node is asked: takes each one once, so many of a host in a second, and keeps those that wait for their
 * answer. Times are nanoseconds that never go back. For one thread at a time.
 */
public final class Answers {
    /** How many queries may wait. */
    public static final int MAX_WAITING = 256;

    /** How many queries a second are taken of one host, and how many at once. */
    public static final int RATE = 128;

    /** How many queries, and how many hosts, are remembered. */
    static final int MAX_REMEMBERED = 4096;

    private static final long MILLI = 1_000_000;
    private static final long NANOS_PER_QUERY = 1_000_000_000 / RATE;

    /** What becomes of a query. */
    public enum Verdict {
        /** It waits for its answer. */
        TAKEN,
        /** It has been taken before. */
        REPEATED,
        /** It is dropped: its host asks too much, or too many wait. */
        REFUSED
    }

    /**
     * A query that waits.
     *
     * @param source where its answer goes
     * @param deadline when replies are of no use any more
     */
    public record Waiting(QueryMessage query, SocketAddress source, long deadline) {}

    /** Of a query that has not been answered. */
    public static final int UNANSWERED = -1;

    private record Key(long asker, long queryId) {}

    /** With the number of messages that each was answered with; {@link #UNANSWERED} before that. */
    private final Map<Key, Integer> taken = new LinkedHashMap<>();

    /** For each host, the one idle for longest first: when it will have asked nothing for so long that all is forgotten. */
    private final Map<Object, Long> hosts = new LinkedHashMap<>(16, 0.75f, true);

    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Takes a query, or says why not. */
    public Verdict offer(QueryMessage query, SocketAddress source, long now) {
        Key key = keyOf(query);
        if (taken.containsKey(key)) {
            return Verdict.REPEATED;
        }
        if (waiting.size() == MAX_WAITING || !isWithinRate(source, now)) {
            return Verdict.REFUSED;
        }
        if (taken.size() == MAX_REMEMBERED) {
            taken.remove(taken.keySet().iterator().next());
        }
        taken.put(key, UNANSWERED);
        waiting.add(new Waiting(query, source, now + query.millis() * MILLI));
        return Verdict.TAKEN;
    }

    private boolean isWithinRate(SocketAddress source, long now) {
        Object host = source instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress()
                : source;
        Long until = hosts.get(host);
        long busyUntil = until == null || until - now < 0 ? now : until;
        if (busyUntil - now > (RATE - 1) * NANOS_PER_QUERY) {
            return false;
        }
        hosts.put(host, busyUntil + NANOS_PER_QUERY);
        if (hosts.size() > MAX_REMEMBERED) {
            hosts.remove(hosts.keySet().iterator().next());
        }
        return true;
    }

    private static Key keyOf(QueryMessage query) {
        return new Key(query.asker(), query.queryId());
    }

    /**
     * A query has been answered.
     *
     * @param messages with so many messages
     */
    public void answered(QueryMessage query, int messages) {
        taken.computeIfPresent(keyOf(query), (key, before) -> messages);
    }

    /**
     * With how many messages a query has been answered that is asked again: its end may have been lost.
     *
     * @return {@link #UNANSWERED} if it has not, or that was forgotten
     */
    public int answerOf(QueryMessage query) {
        return taken.getOrDefault(keyOf(query), UNANSWERED);
    }

    /** The query that has waited for longest, possibly for too long; null if none waits. */
    public @Nullable Waiting poll() {
        return waiting.poll();
    }

    /** Whether no query waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}

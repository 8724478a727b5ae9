package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Who has asked, and when they are answered: each one for itself, or all by one announcement when many ask. What a node answers
 * in a second does not grow with the number of those who ask, and what all together answer not with the number of nodes.
 */
final class Introductions {
    private static final long MILLI = 1_000_000;

    /** Introductions are spread over this, or over so much for each node that is known. */
    static final long SPREAD = 100 * MILLI;

    static final long SPREAD_PER_NODE = 2 * MILLI;

    /** More than these within {@link #WINDOW} get one answer to all. */
    static final int SINGLE_ANSWERS = 4;

    /** Also the least time between two answers to all. */
    static final long WINDOW = 1_000 * MILLI;

    /**
     * @param share of the spread after which it is answered
     */
    private record Ask(SocketAddress source, long at, double share) {
        long due(long spread) {
            return at + (long) (share * spread);
        }
    }

    private final SplittableRandom random;

    /** No more than get single answers, and one more. */
    private final Map<SocketAddress, Ask> asks = new LinkedHashMap<>();

    /** When the latest asked, one after another, around and around. */
    private final long[] times = new long[SINGLE_ANSWERS];

    private int asked;
    private boolean isCrowd;
    private boolean toldAll;
    private long toldAllAt;

    Introductions(SplittableRandom random) {
        this.random = random;
    }

    /** Somebody asks. */
    void ask(SocketAddress source, long now) {
        int at = asked % SINGLE_ANSWERS;
        boolean isOneOfMany = asked >= SINGLE_ANSWERS && now - times[at] < WINDOW;
        times[at] = now;
        asked = asked == 2 * SINGLE_ANSWERS - 1 ? SINGLE_ANSWERS : asked + 1;
        if (isCrowd || asks.containsKey(source)) {
            return;
        }
        isCrowd = isOneOfMany;
        asks.put(source, new Ask(source, now, random.nextDouble()));
    }

    /**
     * When the next answer is due.
     *
     * @param nodes that are known
     * @param latest if nobody waits for an answer until then
     */
    long nextDue(int nodes, long latest) {
        long spread = spread(nodes);
        long due = latest;
        for (Ask each : asks.values()) {
            if (isCrowd) {
                // The first one's, whose share was drawn for itself: the least of many would be no chance any more.
                long atOnce = each.due(spread);
                return Math.min(due, toldAll ? Math.max(atOnce, toldAllAt + Math.max(WINDOW, spread)) : atOnce);
            }
            due = Math.min(due, each.due(spread));
        }
        return due;
    }

    /** Whether the next answer is one to all. */
    boolean isCrowd() {
        return isCrowd;
    }

    /** Takes out one whose single answer is due; null if there is none. */
    @Nullable
    SocketAddress takeDue(int nodes, long now) {
        long spread = spread(nodes);
        for (Ask each : asks.values()) {
            if (each.due(spread) - now <= 0) {
                asks.remove(each.source());
                return each.source();
            }
        }
        return null;
    }

    private static long spread(int nodes) {
        return Math.max(SPREAD, nodes * SPREAD_PER_NODE);
    }

    /** All have been told, those who asked included. */
    void clear(long now) {
        if (isCrowd) {
            toldAll = true;
            toldAllAt = now;
        }
        isCrowd = false;
        asks.clear();
    }
}

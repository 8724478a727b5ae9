package org.domaintypesystem.engine;

import java.util.BitSet;

/** What has come of one sender's answer to one query. */
public final class AnswerState {
    private static final int UNKNOWN = -1;

    private final BitSet indexes = new BitSet();
    private int values;
    private int total = UNKNOWN;
    private int highest = UNKNOWN;
    private long heard;

    AnswerState() {}

    /**
     * Takes note of a reply.
     *
     * @return false if it has been there already, or cannot be
     */
    boolean accept(ReplyMessage reply, long now) {
        boolean isBehindEnd = total != UNKNOWN && (reply.index() >= total || reply.isLast());
        boolean endsTooEarly = reply.isLast() && highest >= reply.total();
        if (isBehindEnd || endsTooEarly || indexes.get(reply.index())) {
            return false;
        }
        indexes.set(reply.index());
        if (reply.hasValue()) {
            values++;
            highest = Math.max(highest, reply.index());
        }
        if (reply.isLast()) {
            total = reply.total();
        }
        heard = now;
        return true;
    }

    /** How many messages have come. */
    public int values() {
        return values;
    }

    /** How many have not, as far as others show. */
    public int missing() {
        return (total == UNKNOWN ? highest + 1 : total) - values;
    }

    /** Whether the sender has said that there is no more. */
    public boolean isEnded() {
        return total != UNKNOWN;
    }

    /** Whether nothing more is expected. */
    boolean isOver(long now) {
        return isEnded() && (missing() == 0 || now - heard >= Queries.GRACE);
    }

    /** When nothing more will be expected, if nothing comes until then. */
    long overAt() {
        return heard + Queries.GRACE;
    }
}

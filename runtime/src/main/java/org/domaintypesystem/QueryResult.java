package org.domaintypesystem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has answered a query, and who has not.
 *
 * @param cause why the query ended
 * @param answered those who have sent at least one reply, or have said that they have none; the first to do so first
 * @param silent those who announced themselves as publishers of the type and have sent nothing, by name: they may have no
 *     handler for queries, be gone, be slow, or not have heard
 */
public record QueryResult(Cause cause, List<Answered> answered, List<Peer> silent) {
    public QueryResult {
        answered = List.copyOf(answered);
        silent = List.copyOf(silent);
    }

    /** Why a query ends. */
    public enum Cause {
        /** All who are known to publish the type have answered. */
        COMPLETE,
        /** The time was over. */
        DEADLINE,
        /** The query was closed, or its node. */
        CLOSED
    }

    /**
     * What has come of one node.
     *
     * @param sender as in {@link MessageInfo#sender}
     * @param peer who that is; null if it has not announced itself, or has left
     * @param replies replies with a message that came, those included that could not be read
     * @param dropped how many of them were dropped, since {@link Replies#onReply} was slower than they came
     * @param missing replies that did not come, as far as others show
     * @param complete whether the node has said that there is no more, and nothing is missing
     */
    public record Answered(
            long sender, @Nullable Peer peer, int replies, long dropped, int missing, boolean complete) {}
}

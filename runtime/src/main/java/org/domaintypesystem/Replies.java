package org.domaintypesystem;

/**
 * Takes the replies to one query. Calls come one after another, on a thread of the query's own, so that a slow one loses
 * only replies to itself.
 *
 * <p>It may throw: that is counted and logged, and the next reply goes on.
 *
 * @param <T> what a reply is read as
 */
@FunctionalInterface
public interface Replies<T> {
    /**
     * A reply. Those of one sender come in order of arrival, each at most once.
     *
     * @param info valid during this call only; its sequence is the reply's number among those of its sender to this query,
     *     from 1 on
     */
    void onReply(T value, MessageInfo info);

    /**
     * There is nothing more: all who are known to publish the type have answered, the time is over, or the query or the node
     * was closed. Called exactly once, after all replies.
     */
    default void onEnd(QueryResult result) {}
}

package org.domaintypesystem;

/**
 * A query that was asked. Ends by itself, see {@link Replies#onEnd}; sooner when it is closed or its node is. For any thread.
 */
public interface Query extends AutoCloseable {
    /** Replies that were dropped since they came faster than they were taken. */
    long dropped();

    /**
     * Ends the query, without waiting: a call that is under way goes on to its end, replies that wait are not handed on, and
     * {@link Replies#onEnd} is called with what has come so far. From any thread; again does nothing.
     */
    @Override
    void close();
}

package org.domaintypesystem;

/** A listener that listens. Ends when it is closed or its node is. For any thread. */
public interface Subscription extends AutoCloseable {
    /** Messages that the listener was called with. */
    long delivered();

    /** Messages that were dropped since the listener's queue was full, each of which the listener is told of. */
    long dropped();

    /** Messages that gave way to newer ones of the same key, as {@link Delivery#latestPerKey} has it. */
    long superseded();

    /**
     * Ends the subscription, without waiting: a call of the listener that is under way goes on to its end, messages that
     * wait in the queue are not delivered. From any thread, the listener's own included; again does nothing.
     */
    @Override
    void close();
}

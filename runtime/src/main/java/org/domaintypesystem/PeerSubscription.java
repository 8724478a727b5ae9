package org.domaintypesystem;

/** A listener that is told of peers. Ends when it is closed or its node is. For any thread. */
@FunctionalInterface
public interface PeerSubscription extends AutoCloseable {
    /** Ends it, without waiting; again does nothing. */
    @Override
    void close();
}

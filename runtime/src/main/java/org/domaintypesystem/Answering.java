package org.domaintypesystem;

/** An {@link Answerer} that answers. Ends when it is closed or its node is. For any thread. */
public interface Answering extends AutoCloseable {
    /** How many questions it has been asked. */
    long answered();

    /** Ends it, without waiting: an answer that is under way goes on to its end. Again does nothing. */
    @Override
    void close();
}

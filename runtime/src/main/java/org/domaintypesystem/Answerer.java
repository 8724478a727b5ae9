package org.domaintypesystem;

/**
 * Answers queries for a type. Calls come one after another, on a thread that all answerers of a node share.
 *
 * <p>It may throw: that is counted and logged, and ends the answer.
 *
 * @param <T> the type
 */
@FunctionalInterface
public interface Answerer<T> {
    /**
     * Answers a question, in as many messages as it takes; the answer ends when this returns.
     *
     * @param answer sends to whoever asked
     */
    void answer(Question question, Answer<T> answer);
}

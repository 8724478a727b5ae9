package org.domaintypesystem;

import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.engine.ReplyMessage;

/**
 * Takes what a publisher answers one question with: any number of messages, none included. Ends when the
 * {@link Answerer} returns; for the thread that it is called on.
 *
 * <p>Each message leaves at once, in a datagram of its own, or in several if it is large. Whoever sends many opens a {@link Batch} around them, so that as
 * many as fit leave together.
 *
 * @param <T> the type
 */
public interface Answer<T> {
    /** How many messages an answer may have. */
    int MAX_MESSAGES = ReplyMessage.MAX_REPLIES;

    /** How many bytes the messages of an answer may have together, with their headers. */
    int MAX_BYTES = 1 << 20;

    /**
     * Sends a message to whoever asked.
     *
     * @return false if it was dropped on the spot: the network takes no more just now, the answer is too large by now, or who
     *     asked does not wait any more
     * @throws EncodeException if the message holds what its type cannot carry, for example a null
     * @throws MessageTooLargeException if it is larger than {@link #MAX_BYTES} or {@link DtsBuilder#maxMessageSize}
     * @throws IllegalStateException if the answer has ended
     */
    boolean send(T value);

    /**
     * Sends a message and ends the answer: one datagram less than sending it and returning.
     *
     * @return as {@link #send}; throws what that throws
     */
    boolean sendLast(T value);
}

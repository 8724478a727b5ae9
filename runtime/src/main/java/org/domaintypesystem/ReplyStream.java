package org.domaintypesystem;

import java.util.Objects;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.engine.ReplyMessage;
import org.domaintypesystem.send.OutboundStream;
import org.domaintypesystem.send.SendPath;
import org.domaintypesystem.spi.Environment;

/** What one node replies to one query, by whichever of its answerers. For one thread. */
final class ReplyStream {
    private final Environment environment;
    private final long sender;
    private final int maxMessageSize;
    private final SendPath sendPath;
    private final OutboundStream destination;
    private final QueryCounters counters;
    private final long queryId;
    private final long deadline;
    private int index;
    private int bytes;
    private boolean ended;

    /**
     * @param maxMessageSize in bytes
     * @param deadline after which nothing is sent any more
     */
    ReplyStream(
            Environment environment,
            long sender,
            int maxMessageSize,
            SendPath sendPath,
            OutboundStream destination,
            QueryCounters counters,
            long queryId,
            long deadline) {
        this.environment = environment;
        this.sender = sender;
        this.maxMessageSize = maxMessageSize;
        this.sendPath = sendPath;
        this.destination = destination;
        this.counters = counters;
        this.queryId = queryId;
        this.deadline = deadline;
    }

    /** Whether replies are of use no more. */
    boolean isTooLate() {
        return deadline - environment.nanoTime() <= 0;
    }

    /**
     * Sends a message.
     *
     * @param isLast whether that ends the answer of this node
     * @return whether it was accepted
     * @throws MessageTooLargeException if it is larger than a message may be
     */
    <T> boolean send(Codec<T> codec, T value, boolean isLast) {
        Objects.requireNonNull(value, "value");
        Draft draft = Draft.ofThread(codec.type(), maxMessageSize);
        try {
            int end = codec.write(value, draft.buffer(), ReplyMessage.VALUE, ReplyMessage.CONTENT, draft.limit());
            if (end > maxMessageSize) {
                throw new MessageTooLargeException(codec.type().name(), end, true, maxMessageSize);
            }
            return send(draft, codec.type(), end, isLast);
        } catch (OutOfSpaceException full) {
            draft.grow();
        } finally {
            draft.close();
        }
        return send(codec, value, isLast);
    }

    private boolean send(Draft draft, TypeDescriptor type, int end, boolean isLast) {
        if (ended || index == Answer.MAX_MESSAGES || end > Answer.MAX_BYTES - bytes || isTooLate()) {
            counters.unsentReplies.increment();
            return false;
        }
        boolean accepted = transmit(draft, type, end, new ReplyMessage(queryId, index, isLast, true));
        if (accepted) {
            index++;
            bytes += end;
            ended = isLast;
            counters.sentReplies.increment();
        } else {
            counters.unsentReplies.increment();
        }
        return accepted;
    }

    /**
     * Says that there is no more, unless that has been said.
     *
     * @return how many messages were sent
     */
    int end(TypeDescriptor type) {
        if (!ended) {
            end(type, index);
        }
        return index;
    }

    /** Says that there is no more than so many messages, of which this stream need not have sent any. */
    void end(TypeDescriptor type, int messages) {
        ended = true;
        if (isTooLate()) {
            return;
        }
        try (Draft draft = Draft.ofThread(type, maxMessageSize)) {
            WireWriter.nothing(draft.buffer(), ReplyMessage.VALUE);
            transmit(draft, type, ReplyMessage.CONTENT, new ReplyMessage(queryId, messages, true, false));
        }
    }

    private boolean transmit(Draft draft, TypeDescriptor type, int end, ReplyMessage reply) {
        reply.write(draft.buffer(), end, sender, type, environment.epochNanos());
        return draft.isBatched()
                ? sendPath.defer(destination, draft.buffer(), end)
                : sendPath.send(destination, draft.buffer(), end);
    }
}

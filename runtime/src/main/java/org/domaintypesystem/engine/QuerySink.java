package org.domaintypesystem.engine;

import java.util.Map;
import java.util.Set;

/** Takes what comes of a query. */
public interface QuerySink {
    /** Why a query has ended. */
    enum End {
        /** All who are known to publish the type have answered. */
        COMPLETE,
        /** The time is over. */
        DEADLINE,
        /** Nobody wants to know any more. */
        CLOSED
    }

    /**
     * A reply that carries a message of the type; each once.
     *
     * @param message valid during this call only
     */
    void reply(InboundMessage message, ReplyMessage reply);

    /**
     * The query has ended. Once. Must not block, nor call back.
     *
     * @param answers what has come, by sender; the sink's from now on
     * @param silent senders that are, or were meanwhile, known to publish the type, and have sent nothing
     */
    void ended(End end, Map<Long, AnswerState> answers, Set<Long> silent);
}

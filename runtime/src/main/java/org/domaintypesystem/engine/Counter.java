package org.domaintypesystem.engine;

/** What the engine counts of what comes in. */
public enum Counter {
    /** Datagrams that came in. */
    DATAGRAMS,
    /** Messages handed to the sink. */
    DELIVERED,
    /** Messages of types that nobody here listens to. */
    NOT_LISTENED,
    /** Messages that had been there already. */
    DUPLICATE,
    /** First copies that came after later messages; not delivered. */
    LATE,
    /** Messages so old that nobody knows whether they had been there. */
    STALE,
    /** Sequence numbers found missing. */
    MISSING,
    /** Messages whose sequence lay too far from the sender's last one to be believed at once, or was none. */
    IMPLAUSIBLE,
    /** Messages that bear another magic number. */
    FOREIGN,
    /** Messages of another version of the protocol. */
    OTHER_VERSION,
    /** Datagrams or messages that are not Cap'n Proto, or not within their bounds. */
    MALFORMED,
    /** Messages with a body that is not known here. */
    UNKNOWN_BODY,
    /** Messages of a sender that gives another name to the type. */
    CONFLICTING,
    /** Parts of large messages, further copies included. What they make together is counted like any other message. */
    FRAGMENTS,
    /** Large messages given up before all their parts were there. */
    INCOMPLETE,
    /** Copies of the latest messages of their subjects, as somebody has asked for. */
    LAST_VALUES,
    /** Requests for last values that were sent. */
    LAST_VALUES_ASKED,
    /** Requests for last values that were taken on, and those for which there was no room. */
    LAST_VALUES_ANSWERED,
    LAST_VALUES_IGNORED,
    /** Copies of messages that were sent to those who asked. */
    LAST_VALUES_SENT,
    /** Announcements, farewells and whatever else concerns no type. */
    CONTROL,
    /** Announcements of nodes for which there was no room. */
    PEERS_IGNORED,
    /** Messages, and batches of them, that waited for the schema of their shape; counted again when they went on. */
    AWAITED,
    /** Those for which there was no room to wait. */
    NOT_AWAITED,
    /** Schemas that were not what they should be. */
    SCHEMAS_REFUSED,
    /** Announced types for which there was no room. */
    TYPES_IGNORED,
    /** Messages, and batches of them, that were held until those before them came; counted again when they went on. */
    HELD_BACK,
    /** Those for which there was no room: they are asked for later. */
    NOT_HELD_BACK,
    /** Messages that filled a gap. */
    REPAIRED,
    /** Requests for what was missing that were sent. */
    NAKS_SENT,
    /** Requests for what others missed that were taken on, and those that were not: too many at a time, or senseless. */
    NAKS_TAKEN,
    NAKS_REFUSED,
    /** Datagrams that were sent again. */
    REPAIRS_SENT,
    /** Datagrams that were asked for and not sent again, since repairs had taken what they may. */
    REPAIRS_REFUSED,
    /** Times that others were told what is gone. */
    GAPS_SENT,
    /** Messages that were not sealed, at a node with keys; and sealed ones, at a node without. */
    PLAIN,
    SEALED,
    /** Messages sealed with keys that are not here. */
    OTHER_KEY,
    /** Messages that were not sealed with the key that they name, or have been altered since. */
    FORGED,
    /** Messages that somebody has recorded and played back, and further copies. */
    REPLAYED,
    /** Messages that waited until their sender had proven that it is there; counted again when they went on. */
    UNPROVEN,
    /** Those for which there was no room, and those whose sender has not. */
    NOT_PROVEN,
    /** Times that senders were asked for a proof, that others were given one, and that others were not: they ask too much. */
    CHALLENGES_SENT,
    CHALLENGES_ANSWERED,
    CHALLENGES_REFUSED,
    /** Senders forgotten to make room for others. */
    EVICTED;

    /** Whether what is counted is not for this version of the protocol. */
    boolean isRejection() {
        return switch (this) {
            case FOREIGN, OTHER_VERSION, MALFORMED, UNKNOWN_BODY -> true;
            default -> false;
        };
    }
}

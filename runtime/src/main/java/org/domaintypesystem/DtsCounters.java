package org.domaintypesystem;

import java.util.OptionalLong;
import org.domaintypesystem.annotation.Reliability;

/**
 * What a node has counted since it joined. A snapshot; the numbers are not of one and the same instant.
 *
 * @param sending messages of its own
 * @param receiving what came in from the network
 * @param delivering what went on to listeners
 * @param querying what it asked, and was asked
 * @param lastValues those that are kept, given and got, of types that retain them
 * @param repairing what got lost of reliable types and was sent again
 * @param guarding what is kept out where there are keys
 */
public record DtsCounters(
        Sending sending,
        Receiving receiving,
        Delivering delivering,
        Querying querying,
        LastValues lastValues,
        Repairing repairing,
        Guarding guarding) {
    /**
     * Messages that this node publishes.
     *
     * @param sent messages that left
     * @param refused messages that {@link Publisher#publish} returned false for
     * @param lost messages that were accepted and could not be sent then: receivers see them missing
     */
    public record Sending(long sent, long refused, long lost) {}

    /**
     * Each message that came in is counted in exactly one of {@code accepted}, {@code notListened}, {@code duplicates},
     * {@code late}, {@code stale}, {@code implausible}, {@code conflicting}, {@code notAwaited}, {@code control}, those of
     * {@code rejected}, {@link LastValues#received}, {@link Repairing#notHeldBack} and those of {@link Guarding} that say so. A large one comes as several fragments, and is
     * counted once it is complete.
     *
     * @param datagrams datagrams that came in
     * @param kernelDrops datagrams that had arrived, and that the system dropped since this process did not receive them
     *     fast enough: their messages are among those missing. Of all this process's sockets on the node's port, other
     *     nodes' included: not to be added up over the nodes of a process. Known on Linux, empty elsewhere
     * @param accepted messages handed on to listeners
     * @param notListened messages of types that nobody here listens to
     * @param missing sequences found missing
     * @param duplicates further copies of messages
     * @param late first copies that came out of order and were not delivered
     * @param stale messages too old to tell whether they had been there
     * @param implausible messages with a sequence out of all proportion to the sender's last
     * @param conflicting messages of senders that give another name to the type
     * @param fragments parts of large messages, further copies included
     * @param incomplete large messages given up since some of their fragments did not come, or there was no room for them
     * @param awaited messages, and batches of them, that waited for the schema of their version; counted again when they went on
     * @param notAwaited those for which there was no room to wait: their messages are missing
     * @param refusedSchemas schemas that were not what they should be
     * @param control messages between nodes, such as announcements, queries and replies
     * @param forgottenSenders senders forgotten to make room for others
     * @param ignoredPeers announcements of nodes for which there was no room
     * @param ignoredTypes types that other nodes announced and for which there was no room; their messages are not concerned
     * @param rejected what is not for this version of the protocol
     */
    public record Receiving(
            long datagrams,
            OptionalLong kernelDrops,
            long accepted,
            long notListened,
            long missing,
            long duplicates,
            long late,
            long stale,
            long implausible,
            long conflicting,
            long fragments,
            long incomplete,
            long awaited,
            long notAwaited,
            long refusedSchemas,
            long control,
            long forgottenSenders,
            long ignoredPeers,
            long ignoredTypes,
            Rejected rejected) {}

    /**
     * Last values, of types with {@link org.domaintypesystem.annotation.Retain#LAST}.
     *
     * @param kept subjects whose latest message is kept here
     * @param keptBytes what these messages take
     * @param notKept messages for which there was no room
     * @param answered requests of others that were taken on
     * @param ignored requests of others that were not: too many at a time
     * @param sent copies that were sent to others
     * @param asked requests of this node
     * @param received copies that came
     */
    public record LastValues(
            long kept,
            long keptBytes,
            long notKept,
            long answered,
            long ignored,
            long sent,
            long asked,
            long received) {}

    /**
     * Reliable delivery, of types with {@link Reliability#RELIABLE} and of publishers that say so. What was given up is among
     * {@link Receiving#missing}.
     *
     * @param heldBack messages, and batches of them, that waited for those before them
     * @param notHeldBack those for which there was no room to wait: they are asked for later
     * @param repaired messages that were missing and came
     * @param asked requests of this node for what it misses
     * @param answered requests of others that were taken on
     * @param ignored requests of others that were not: too many at a time, or senseless
     * @param sent datagrams that were sent again
     * @param notSent datagrams that others asked for and that were not sent again, since repairs had taken what they may
     * @param gaps times that others were told what is not kept any more
     */
    public record Repairing(
            long heldBack,
            long notHeldBack,
            long repaired,
            long asked,
            long answered,
            long ignored,
            long sent,
            long notSent,
            long gaps) {}

    /**
     * What is kept out, by nodes with keys and by those without. Of each of the first six, a message that came in is in one at
     * most, and in no other counter then.
     *
     * @param plain messages that were not sealed, where there are keys
     * @param sealed messages that were sealed, where there are none
     * @param otherKey messages sealed with keys that are not here
     * @param forged messages that were not sealed with the key that they name, or have been altered since
     * @param replayed messages that somebody has recorded and played back, and further copies of those that are not published
     * @param notProven messages whose sender has not proven that it is there, or for which there was no room until then
     * @param waited messages that waited until their sender had proven that it is there; counted again when they went on
     * @param asked times that senders were asked for a proof
     * @param answered times that others were given one
     * @param ignored times that others were not, since they asked too often
     */
    public record Guarding(
            long plain,
            long sealed,
            long otherKey,
            long forged,
            long replayed,
            long notProven,
            long waited,
            long asked,
            long answered,
            long ignored) {}

    /**
     * Messages that this version of the protocol makes nothing of.
     *
     * @param malformed datagrams or messages that are not Cap'n Proto, or not within their bounds
     * @param foreign messages with another magic number
     * @param otherVersion messages of another version of the protocol
     * @param unknownBody messages with a body that this version does not know
     */
    public record Rejected(long malformed, long foreign, long otherVersion, long unknownBody) {}

    /**
     * Messages on their way to listeners, counted once for every listener concerned.
     *
     * @param delivered messages that a listener was called with
     * @param dropped messages dropped since a listener was slow and its queue full
     * @param superseded messages that gave way to newer ones of the same key, as {@link Delivery#latestPerKey} has it
     * @param undecodable messages whose content is not what the type says
     * @param failures exceptions that listeners, answerers and those who take replies threw
     */
    public record Delivering(long delivered, Dropped dropped, long superseded, long undecodable, long failures) {}

    /**
     * Messages dropped on full queues, by what the queue drops. Listeners are told: {@link Loss.Cause#SLOW_LISTENER}.
     *
     * @param newest by {@link Delivery.Queue#dropNewest}, which is also the default
     * @param oldest by {@link Delivery.Queue#dropOldest}
     * @param keys by {@link Delivery#latestPerKey} when too many keys waited
     */
    public record Dropped(long newest, long oldest, long keys) {
        /** All of them. */
        public long total() {
            return newest + oldest + keys;
        }
    }

    /**
     * Queries of this node, and queries that it was asked for types that it has {@link Answerer}s of.
     *
     * @param asked queries that it asked
     * @param replies replies with a message that came to these
     * @param strayReplies replies to no query that is open, further copies, and replies that cannot be
     * @param droppedReplies replies dropped since {@link Replies#onReply} was slow
     * @param answered queries that its answerers were called with
     * @param refused queries that were dropped: their host asks too much, too many wait, or they waited for too long
     * @param sentReplies messages that its answerers sent
     * @param unsentReplies messages that {@link Answer#send} returned false for
     */
    public record Querying(
            long asked,
            long replies,
            long strayReplies,
            long droppedReplies,
            long answered,
            long refused,
            long sentReplies,
            long unsentReplies) {}
}

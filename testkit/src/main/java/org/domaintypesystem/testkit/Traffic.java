package org.domaintypesystem.testkit;

/**
 * What a node of a virtual network, or all of them, have sent and received. A datagram to a group counts as sent once, and
 * as received by each member.
 *
 * @param sent datagrams sent
 * @param sentBytes bytes in these
 * @param received datagrams handed to the node, copies included
 * @param receivedBytes bytes in these
 * @param overflowed datagrams that found no room in the node's receive buffer, while it was paused or busy
 */
public record Traffic(long sent, long sentBytes, long received, long receivedBytes, long overflowed) {
    static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

    Traffic plus(Traffic other) {
        return new Traffic(
                sent + other.sent,
                sentBytes + other.sentBytes,
                received + other.received,
                receivedBytes + other.receivedBytes,
                overflowed + other.overflowed);
    }
}

package org.domaintypesystem.send;

import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.seal.Sealer;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is about to leave, each message of a datagram by itself; without a sealer it leaves as it is. One object for one
 * datagram after another. For whoever holds the send path.
 */
final class Sealing {
    private final @Nullable Sealer sealer;
    private final byte[] sealed;
    private int length;

    /**
     * @param sealer also of others that seal in turn with this one
     */
    Sealing(@Nullable Sealer sealer) {
        this.sealer = sealer;
        this.sealed = new byte[sealer == null ? 0 : MessageLayout.MAX_DATAGRAM];
    }

    /** Whether a number is used up by what is sealed, whether or not that leaves then. */
    boolean usesNumbers() {
        return sealer != null;
    }

    /**
     * Seals a datagram.
     *
     * @param datagram its messages from index 0 on, numbered, with {@link Sealer#OVERHEAD} bytes of room for each up to
     *     {@link MessageLayout#MAX_DATAGRAM}; not changed
     * @return the datagram to send, from index 0 on; valid until the next one is sealed
     */
    byte[] seal(byte[] datagram, int end) {
        if (sealer == null) {
            length = end;
            return datagram;
        }
        length = 0;
        int next;
        for (int at = 0; at < end; at = next) {
            next = Framing.end(datagram, at);
            length = sealer.seal(datagram, at, next, sealed, length);
        }
        return sealed;
    }

    /** The length of the datagram to send, in bytes. */
    int length() {
        return length;
    }
}

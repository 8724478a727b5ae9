package org.domaintypesystem.send;

import java.util.ArrayDeque;
import java.util.Queue;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.OutboundSequence;
import org.domaintypesystem.engine.Pack;
import org.domaintypesystem.engine.RetainedMessage;
import org.jspecify.annotations.Nullable;

/**
 * Has small messages of the ring leave together, each type's in as few datagrams as they fit into. They were accepted: what does
 * not leave has its sequences nevertheless, so that receivers see that it is missing. For whoever holds the send path.
 */
final class Packing {
    /** How many types gather messages at the same time; with more of them, what has gathered leaves earlier. */
    private static final int MAX_PACKING = 64;

    private final MessageRing ring;
    private final SmallSend small;
    private final int overhead;
    private final byte[] message = new byte[MessageLayout.MAX_DATAGRAM];

    /** The streams whose packs are not empty. */
    private final Queue<OutboundStream> packing = new ArrayDeque<>();

    /**
     * @param overhead how many bytes longer each message leaves
     */
    Packing(MessageRing ring, SmallSend small, int overhead) {
        this.ring = ring;
        this.small = small;
        this.overhead = overhead;
    }

    /**
     * Sends what is in the ring, up to the next large message. What is of one type leaves together; what is of one thread and
     * type, in its order.
     *
     * @param most how many messages at most
     * @param underWay numbers a message that is being sent: others of the same row wait
     */
    void send(int most, @Nullable OutboundSequence underWay) {
        OutboundStream stream = ring.peek();
        for (int i = 0; i < most && stream != null && !ring.isLarge() && stream.sequence != underWay; i++) {
            RetainedMessage place = ring.place();
            int length = ring.take(message);
            if (stream.isNumbered) {
                add(stream, place, length);
            } else {
                small.sendCopies(stream, message, length);
            }
            stream = ring.peek();
        }
        transmitAll();
    }

    private void add(OutboundStream stream, @Nullable RetainedMessage place, int length) {
        Pack pack = stream.pack(overhead);
        if (pack.count() == 0) {
            packing.add(stream);
        }
        if (!pack.add(message, length)) {
            transmit(stream);
            pack.add(message, length);
        }
        if (place != null) {
            MessageLayout.writeSequence(message, stream.sequence.next() + pack.count() - 1);
            place.begin();
            place.keep(message, length);
        }
        if (packing.size() == MAX_PACKING) {
            transmitAll();
        }
    }

    private void transmitAll() {
        for (OutboundStream stream = packing.poll(); stream != null; stream = packing.poll()) {
            transmit(stream);
        }
    }

    private void transmit(OutboundStream stream) {
        Pack pack = stream.pack(overhead);
        int count = pack.count();
        if (count > 0) {
            int length = pack.finish(stream.sequence.next());
            small.send(stream, count, pack.bytes(), length, true);
        }
    }
}

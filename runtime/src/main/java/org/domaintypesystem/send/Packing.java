package org.domaintypesystem.send;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.OutboundSequence;
import org.domaintypesystem.engine.RepairableStream;
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
    private final Departure departure;
    private final byte[] message = new byte[MessageLayout.MAX_DATAGRAM];

    /** The streams whose packs are not empty. */
    private final List<OutboundStream> packing = new ArrayList<>();

    Packing(MessageRing ring, Departure departure) {
        this.ring = ring;
        this.departure = departure;
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
            } else if (!departure.send(message, length, stream.destination)) {
                stream.countLost(1);
            }
            stream = ring.peek();
        }
        transmitAll();
    }

    private void add(OutboundStream stream, @Nullable RetainedMessage place, int length) {
        if (stream.pack().count() == 0) {
            packing.add(stream);
        }
        if (!stream.pack().add(message, length)) {
            transmit(stream);
            stream.pack().add(message, length);
        }
        if (place != null) {
            MessageLayout.writeSequence(
                    message, stream.sequence.next() + stream.pack().count() - 1);
            place.begin();
            place.keep(message, length);
        }
        if (packing.size() == MAX_PACKING) {
            transmitAll();
        }
    }

    private void transmitAll() {
        for (int i = 0; i < packing.size(); i++) {
            transmit(packing.get(i));
        }
        packing.clear();
    }

    private void transmit(OutboundStream stream) {
        RepairableStream repairable = stream.repairable();
        byte[] bytes = stream.pack().bytes();
        if (repairable != null) {
            MessageLayout.markRepairable(bytes);
        }
        int count = stream.pack().count();
        long first = stream.sequence.next();
        int length = stream.pack().finish(first);
        boolean left = departure.send(bytes, length, stream.destination);
        if (repairable != null) {
            repairable.sent(first, count, bytes, length, departure.now());
        }
        stream.sequence.use(count);
        if (left) {
            stream.countSent(first, count, length);
        } else {
            stream.countLost(count);
        }
    }
}

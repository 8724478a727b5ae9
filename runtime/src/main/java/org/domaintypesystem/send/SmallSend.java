package org.domaintypesystem.send;

import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.RepairableStream;

/** Has datagrams of whole messages leave: sealed, and kept for those who miss them. For whoever holds the send path. */
final class SmallSend {
    private final Departure departure;
    private final Sealing sealing;

    SmallSend(Departure departure, Sealing sealing) {
        this.departure = departure;
        this.sealing = sealing;
    }

    /**
     * Sends messages.
     *
     * @param count how many they are; they have the stream's next numbers
     * @param bytes from index 0 on
     * @param isAccepted whether they have these even if nothing leaves, so that receivers see that they are missing
     * @return whether they have
     */
    boolean send(OutboundStream stream, int count, byte[] bytes, int length, boolean isAccepted) {
        RepairableStream repairable = stream.repairable();
        if (repairable != null) {
            MessageLayout.markRepairable(bytes);
        }
        long first = stream.sequence.next();
        boolean left = false;
        boolean haveNumbers = isAccepted || sealing.usesNumbers();
        try {
            byte[] datagram = sealing.seal(bytes, length);
            left = departure.send(datagram, sealing.length(), stream.destination);
            haveNumbers |= left;
            if (haveNumbers && repairable != null) {
                repairable.sent(first, count, datagram, sealing.length(), departure.now());
            }
        } finally {
            stream.sequence.use(haveNumbers ? count : 0);
        }
        if (left) {
            stream.countSent(first, count, sealing.length());
        } else if (haveNumbers) {
            stream.countLost(count);
        }
        return haveNumbers;
    }

    /** Sends copies of what was sent before, with the numbers that they have; whether they left. */
    boolean sendCopies(OutboundStream stream, byte[] bytes, int length) {
        byte[] datagram = sealing.seal(bytes, length);
        boolean left = departure.send(datagram, sealing.length(), stream.destination);
        stream.countLost(left ? 0 : 1);
        return left;
    }
}

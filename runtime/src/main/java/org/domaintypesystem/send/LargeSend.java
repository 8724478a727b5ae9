package org.domaintypesystem.send;

import org.domaintypesystem.engine.Fragmenter;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.RepairableStream;
import org.domaintypesystem.engine.Resender;
import org.jspecify.annotations.Nullable;

/**
 * Has large messages leave, cut, in bursts with rests between, so that receivers and the system keep up. During a rest leave
 * messages of others, and what somebody misses; rests are longer as long as parts of the same stream have to be sent again.
 * For whoever holds the send path.
 */
final class LargeSend {
    /** How many fragments leave in a row, and how long the next ones rest then, in nanoseconds. */
    static final int BURST = 16;

    static final long REST = 50_000;

    static final long LONGEST_REST = 2_000_000;

    /** How many rests in a row the network may take nothing before a message is given up. */
    private static final int MAX_RESTS = 200;

    /** How many messages of others leave during a rest at most, besides those that leave with them. */
    private static final int MAX_BETWEEN = 1024;

    private final Packing packing;
    private final Departure departure;
    private final Resender resender;
    private final Sealing sealing;
    private final Fragmenter fragmenter;

    /** Of the message that is being sent; and how many of its fragments have left. */
    private long rest;

    private long repairs;

    private int left;

    /**
     * @param sealing of this alone: a fragment may wait while others are sealed
     * @param overhead how many bytes longer each fragment leaves
     */
    LargeSend(Packing packing, Departure departure, Resender resender, Sealing sealing, int overhead) {
        this.packing = packing;
        this.departure = departure;
        this.resender = resender;
        this.sealing = sealing;
        this.fragmenter = new Fragmenter(overhead);
    }

    /**
     * Cuts a message and sends the fragments, or the first ones, if the network takes no more. The others of a repairable
     * stream are kept nevertheless.
     *
     * @param isAccepted whether it has its sequence even if nothing leaves, so that receivers see that it is missing
     * @return whether it has
     */
    boolean send(OutboundStream stream, byte[] bytes, int length, boolean isAccepted) {
        RepairableStream repairable = stream.repairable();
        long sequence = stream.sequence.next();
        MessageLayout.writeSequence(bytes, sequence);
        if (repairable != null) {
            MessageLayout.markRepairable(bytes);
        }
        fragmenter.begin(bytes, length);
        rest = REST;
        repairs = repairable == null ? 0 : repairable.repairs();
        left = 0;
        boolean isSent = false;
        boolean hasNumber = isAccepted || sealing.usesNumbers();
        try {
            isSent = sendParts(stream, repairable, sequence, hasNumber);
            hasNumber |= left > 0;
        } finally {
            // Not before: what has a sequence is expected to come soon.
            stream.sequence.use(hasNumber ? 1 : 0);
        }
        if (isSent) {
            stream.countSent(sequence, 1, length);
        } else if (hasNumber) {
            stream.countLost(1);
        }
        return hasNumber;
    }

    /** Whether all of them have left. */
    private boolean sendParts(
            OutboundStream stream, @Nullable RepairableStream repairable, long sequence, boolean hasNumber) {
        boolean goesOn = true;
        while ((goesOn || (repairable != null && (hasNumber || left > 0))) && fragmenter.next()) {
            if (goesOn && left > 0 && left % BURST == 0) {
                rest(stream, repairable);
            }
            byte[] part = sealing.seal(fragmenter.bytes(), fragmenter.length());
            goesOn = goesOn && transmit(stream, repairable, part);
            left += goesOn ? 1 : 0;
            if ((hasNumber || left > 0) && repairable != null) {
                repairable.sentPart(sequence, fragmenter.made() - 1, part, sealing.length(), departure.now());
            }
        }
        return goesOn;
    }

    private boolean transmit(OutboundStream stream, @Nullable RepairableStream repairable, byte[] part) {
        for (int rests = 0; rests <= MAX_RESTS; rests++) {
            if (rests > 0) {
                rest(stream, repairable);
            }
            if (departure.send(part, sealing.length(), stream.destination)) {
                return true;
            }
        }
        return false;
    }

    private void rest(OutboundStream stream, @Nullable RepairableStream repairable) {
        packing.send(MAX_BETWEEN, stream.sequence);
        if (resender.isAsked()) {
            resender.burst(departure, departure.now());
        }
        if (repairable != null) {
            boolean isMissed = repairable.repairs() != repairs;
            rest = isMissed ? Math.min(LONGEST_REST, rest * 2) : Math.max(REST, rest - rest / 8);
            repairs = repairable.repairs();
        }
        departure.rest(rest);
    }
}

package org.domaintypesystem.send;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.domaintypesystem.engine.Fragmenter;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.OutboundSequence;
import org.domaintypesystem.engine.RetainedMessage;
import org.jspecify.annotations.Nullable;

/**
 * The way from the publishing threads to the network. One thread at a time holds it: it numbers its message, sends it,
 * and then sends what others have left in the ring meanwhile, packed, until the ring is empty. Nobody waits: an idle sender
 * sends at once, and what leaves together is what gathered during a system call.
 *
 * <p>A message that is too large for a datagram is cut. Its fragments leave in bursts, so that receivers and the system keep
 * up, and between two of these leaves what others have published meanwhile, unless it is of the same stream.
 *
 * <p>Messages of one thread and stream leave in the order in which it sent them.
 */
public final class SendPath {
    /** Room for what gathers during one system call of the holder, many times over. */
    private static final int RING_BYTES = 1 << 18;

    /** How many types gather messages at the same time; with more of them, what has gathered leaves earlier. */
    private static final int MAX_PACKING = 64;

    /** How many fragments leave in a row, and how long the next ones rest then, in nanoseconds. */
    private static final int BURST = 16;

    private static final long REST = 50_000;

    /** How many rests in a row the network may take nothing before a large message is given up. */
    private static final int MAX_RESTS = 200;

    /** How many messages of others leave during a rest at most, besides those that leave with them. */
    private static final int MAX_BETWEEN = 1024;

    /** How many rests the thread of a large message waits for the path at most, instead of handing the message over. */
    private static final int MAX_PATIENCE = 64;

    private final DatagramOutput output;
    private final MessageRing ring;
    private final AtomicBoolean held = new AtomicBoolean();

    /** Bytes of large messages in the ring, and how many there may be. */
    private final AtomicLong largeWaiting = new AtomicLong();

    private final long maxLargeWaiting;

    /** These belong to the holder. */
    private final byte[] message = new byte[MessageLayout.MAX_DATAGRAM];

    /** The streams whose packs are not empty. */
    private final List<OutboundStream> packing = new ArrayList<>();

    private final Fragmenter fragmenter = new Fragmenter();
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(MessageLayout.MAX_DATAGRAM);

    /**
     * @param maxLargeWaiting how many bytes of large messages may wait for the thread that is sending
     */
    public SendPath(DatagramOutput output, long maxLargeWaiting) {
        this(output, maxLargeWaiting, RING_BYTES);
    }

    SendPath(DatagramOutput output, long maxLargeWaiting, int ringBytes) {
        this.output = output;
        this.maxLargeWaiting = maxLargeWaiting;
        this.ring = new MessageRing(ringBytes);
    }

    /** As {@link #send(OutboundStream, RetainedMessage, byte[], int)}, of a message that is not kept. */
    public boolean send(OutboundStream stream, byte[] bytes, int length) {
        return send(stream, null, bytes, length);
    }

    /**
     * Sends a message, or leaves it to the thread that is sending. For any thread.
     *
     * @param place where the message is kept once it has a number; null if it is not
     * @param bytes a message that is complete but for its sequence, from index 0 on; the caller's again on return
     * @param length in bytes; what is above {@link MessageLayout#MAX_DATAGRAM} is cut
     * @return false if the message was refused: it used up no sequence. One that was accepted may still be lost, and
     *     then leaves a gap that receivers see
     */
    public boolean send(OutboundStream stream, @Nullable RetainedMessage place, byte[] bytes, int length) {
        boolean isLarge = length > MessageLayout.MAX_DATAGRAM;
        boolean accepted;
        // What is in the ring came first, and some of it may be of this very thread.
        if (isLarge ? takesWayPatiently(length) : takesWay()) {
            try {
                accepted =
                        isLarge ? transmitLarge(stream, place, bytes, length) : transmit(stream, place, bytes, length);
            } finally {
                held.set(false);
            }
        } else {
            accepted = isLarge ? handOver(stream, place, bytes, length) : ring.offer(stream, place, bytes, length);
        }
        if (!accepted) {
            stream.countRefused();
        }
        flush();
        return accepted;
    }

    private boolean takesWay() {
        return ring.isEmpty() && held.compareAndSet(false, true);
    }

    /**
     * Who is sending just now may have little to send, and should not have to send a message that takes long: rather its own
     * thread waits, no longer than the message's rests take.
     */
    private boolean takesWayPatiently(int length) {
        int patience = Math.min(MAX_PATIENCE, length / (BURST * MessageLayout.MAX_DATAGRAM));
        boolean taken = takesWay();
        for (int i = 0; i < patience && !taken; i++) {
            flush();
            LockSupport.parkNanos(this, REST);
            taken = takesWay();
        }
        return taken;
    }

    /** Leaves a copy of a large message to the thread that is sending. */
    private boolean handOver(OutboundStream stream, @Nullable RetainedMessage place, byte[] bytes, int length) {
        if (largeWaiting.addAndGet(length) <= maxLargeWaiting
                && ring.offerLarge(stream, place, Arrays.copyOf(bytes, length))) {
            return true;
        }
        largeWaiting.addAndGet(-length);
        return false;
    }

    /** As {@link #defer(OutboundStream, RetainedMessage, byte[], int)}, of a message that is not kept. */
    public boolean defer(OutboundStream stream, byte[] bytes, int length) {
        return defer(stream, null, bytes, length);
    }

    /**
     * Leaves a message in the ring, for {@link #flush} or whoever sends next: as many as fit leave in one datagram. A large
     * one gains nothing by that, and leaves as by {@link #send}, behind what is in the ring. For any thread.
     *
     * @return as {@link #send}
     */
    public boolean defer(OutboundStream stream, @Nullable RetainedMessage place, byte[] bytes, int length) {
        if (length > MessageLayout.MAX_DATAGRAM) {
            flush();
            return send(stream, place, bytes, length);
        }
        if (ring.offer(stream, place, bytes, length)) {
            return true;
        }
        flush();
        boolean accepted = ring.offer(stream, place, bytes, length);
        if (!accepted) {
            stream.countRefused();
        }
        return accepted;
    }

    /** Sends what is in the ring, unless somebody else does: whoever lets go of the path looks once more. For any thread. */
    public void flush() {
        while (ring.hasNext() && held.compareAndSet(false, true)) {
            try {
                empty();
            } finally {
                held.set(false);
            }
        }
    }

    private void empty() {
        for (OutboundStream stream = ring.peek(); stream != null; stream = ring.peek()) {
            if (ring.isLarge()) {
                RetainedMessage place = ring.place();
                byte[] large = ring.takeLarge();
                largeWaiting.addAndGet(-large.length);
                if (!transmitLarge(stream, place, large, large.length)) {
                    // It was accepted: receivers shall see that it is missing.
                    stream.sequence.use(1);
                    stream.countLost(1);
                    keep(place, large, large.length);
                }
            } else {
                pack(Integer.MAX_VALUE, null);
            }
        }
    }

    /**
     * Sends what is in the ring, up to the next large message. What is of one type leaves together; what is of one thread and
     * type, in its order.
     *
     * @param most how many messages at most
     * @param underWay numbers a message that is being sent: others of the same row wait
     */
    private void pack(int most, @Nullable OutboundSequence underWay) {
        OutboundStream stream = ring.peek();
        for (int i = 0; i < most && stream != null && !ring.isLarge() && stream.sequence != underWay; i++) {
            RetainedMessage place = ring.place();
            int length = ring.take(message);
            if (!stream.isNumbered) {
                transmitCopy(stream, message, length);
                stream = ring.peek();
                continue;
            }
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
                keep(place, message, length);
            }
            if (packing.size() == MAX_PACKING) {
                transmitPacks();
            }
            stream = ring.peek();
        }
        transmitPacks();
    }

    private void transmitPacks() {
        for (int i = 0; i < packing.size(); i++) {
            transmit(packing.get(i));
        }
        packing.clear();
    }

    /** Sends a pack. Its messages were accepted: if it does not leave, receivers shall see that they are missing. */
    private void transmit(OutboundStream stream) {
        int count = stream.pack().count();
        long first = stream.sequence.next();
        int length = stream.pack().finish(first);
        boolean left = output.send(datagramOf(stream.pack().bytes(), length), stream.destination);
        stream.sequence.use(count);
        if (left) {
            stream.countSent(first, count, length);
        } else {
            stream.countLost(count);
        }
    }

    private boolean transmitCopy(OutboundStream stream, byte[] bytes, int length) {
        boolean left = output.send(datagramOf(bytes, length), stream.destination);
        if (!left) {
            stream.countLost(1);
        }
        return left;
    }

    private boolean transmit(OutboundStream stream, @Nullable RetainedMessage place, byte[] bytes, int length) {
        if (!stream.isNumbered) {
            return transmitCopy(stream, bytes, length);
        }
        long sequence = stream.sequence.next();
        MessageLayout.writeSequence(bytes, sequence);
        if (place == null) {
            return transmit(stream, sequence, bytes, length);
        }
        boolean left = false;
        place.begin();
        try {
            left = transmit(stream, sequence, bytes, length);
            return left;
        } finally {
            end(place, left, bytes, length);
        }
    }

    private boolean transmit(OutboundStream stream, long sequence, byte[] bytes, int length) {
        boolean left = output.send(datagramOf(bytes, length), stream.destination);
        if (left) {
            stream.sequence.use(1);
            stream.countSent(sequence, 1, length);
        }
        return left;
    }

    private static void end(RetainedMessage place, boolean isKept, byte[] bytes, int length) {
        if (isKept) {
            place.keep(bytes, length);
        } else {
            place.leave();
        }
    }

    /** Keeps a message that has its number, whether or not it has left. */
    private static void keep(@Nullable RetainedMessage place, byte[] bytes, int length) {
        if (place != null) {
            place.begin();
            place.keep(bytes, length);
        }
    }

    private boolean transmitLarge(OutboundStream stream, @Nullable RetainedMessage place, byte[] bytes, int length) {
        if (place == null) {
            return transmitLarge(stream, bytes, length);
        }
        boolean hasNumber = false;
        place.begin();
        try {
            hasNumber = transmitLarge(stream, bytes, length);
            return hasNumber;
        } finally {
            end(place, hasNumber, bytes, length);
        }
    }

    /**
     * Cuts a message and sends the fragments, or the first ones, if the network takes no more.
     *
     * @return false if none has left
     */
    private boolean transmitLarge(OutboundStream stream, byte[] bytes, int length) {
        long sequence = stream.sequence.next();
        MessageLayout.writeSequence(bytes, sequence);
        fragmenter.begin(bytes, length);
        int left = 0;
        boolean goesOn = true;
        while (goesOn && fragmenter.next()) {
            if (left > 0 && left % BURST == 0) {
                rest(stream.sequence);
            }
            goesOn = transmitFragment(stream);
            left += goesOn ? 1 : 0;
        }
        if (left == 0) {
            return false;
        }
        // Not before: what has a sequence is expected to come soon.
        stream.sequence.use(1);
        if (goesOn) {
            stream.countSent(sequence, 1, length);
        } else {
            stream.countLost(1);
        }
        return true;
    }

    private boolean transmitFragment(OutboundStream stream) {
        for (int rests = 0; rests <= MAX_RESTS; rests++) {
            if (rests > 0) {
                rest(stream.sequence);
            }
            if (output.send(datagramOf(fragmenter.bytes(), fragmenter.length()), stream.destination)) {
                return true;
            }
        }
        return false;
    }

    private void rest(OutboundSequence underWay) {
        pack(MAX_BETWEEN, underWay);
        LockSupport.parkNanos(this, REST);
    }

    private ByteBuffer datagramOf(byte[] bytes, int length) {
        return datagram.clear().put(bytes, 0, length).flip();
    }
}

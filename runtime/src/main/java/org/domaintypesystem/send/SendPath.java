package org.domaintypesystem.send;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.RepairAnswers;
import org.domaintypesystem.engine.Resender;
import org.domaintypesystem.engine.RetainedMessage;
import org.domaintypesystem.seal.Sealer;
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

    /** How many rests the thread of a large message waits for the path at most, instead of handing the message over. */
    private static final int MAX_PATIENCE = 64;

    private final MessageRing ring;
    private final AtomicBoolean held = new AtomicBoolean();

    /** Bytes of large messages in the ring, and how many there may be. */
    private final AtomicLong largeWaiting = new AtomicLong();

    private final long maxLargeWaiting;

    private final Resender resender;

    /** How many bytes longer each message leaves, and how long it may be to leave in one piece. */
    private final int overhead;

    private final int limit;

    /** These belong to the holder. */
    private final Departure departure;

    private final SmallSend small;
    private final Packing packing;
    private final LargeSend large;

    /**
     * @param maxLargeWaiting how many bytes of large messages may wait for the thread that is sending
     * @param resender of this path alone
     * @param sealer of this path alone; seals all that leaves. Null: nothing is sealed
     * @param nanoTime a time that never goes back, in nanoseconds; for any thread
     */
    public SendPath(
            DatagramOutput output,
            long maxLargeWaiting,
            Resender resender,
            @Nullable Sealer sealer,
            LongSupplier nanoTime) {
        this(new Departure(output, nanoTime, LockSupport::parkNanos), maxLargeWaiting, RING_BYTES, resender, sealer);
    }

    SendPath(Departure departure, long maxLargeWaiting, int ringBytes, Resender resender, @Nullable Sealer sealer) {
        this.maxLargeWaiting = maxLargeWaiting;
        this.ring = new MessageRing(ringBytes);
        this.resender = resender;
        this.departure = departure;
        this.overhead = sealer == null ? 0 : Sealer.OVERHEAD;
        this.limit = MessageLayout.MAX_DATAGRAM - overhead;
        this.small = new SmallSend(departure, new Sealing(sealer));
        this.packing = new Packing(ring, small, overhead);
        this.large = new LargeSend(packing, departure, resender, new Sealing(sealer), overhead);
    }

    /** How many bytes longer than it is handed in each message leaves. For any thread. */
    public int overhead() {
        return overhead;
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
     * @param length in bytes; what would leave in more than {@link MessageLayout#MAX_DATAGRAM} is cut
     * @return false if the message was refused: it used up no sequence. One that was accepted may still be lost, and
     *     then leaves a gap that receivers see. What has been sealed is not refused
     */
    public boolean send(OutboundStream stream, @Nullable RetainedMessage place, byte[] bytes, int length) {
        boolean isLarge = length > limit;
        boolean accepted;
        // What is in the ring came first, and some of it may be of this very thread.
        if (isLarge ? takesWayPatiently(length) : takesWay()) {
            try {
                accepted = transmit(stream, place, bytes, length, false);
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
        int patience = Math.min(MAX_PATIENCE, length / (LargeSend.BURST * MessageLayout.MAX_DATAGRAM));
        boolean taken = takesWay();
        for (int i = 0; i < patience && !taken; i++) {
            empty();
            LockSupport.parkNanos(this, LargeSend.REST);
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
        if (length > limit) {
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

    /**
     * Sends what is in the ring, and again some of what somebody misses, unless somebody else does: whoever lets go of the path
     * looks once more. For any thread.
     */
    public void flush() {
        if (resender.isAsked() && held.compareAndSet(false, true)) {
            try {
                resender.burst(departure, departure.now());
            } finally {
                held.set(false);
            }
        }
        empty();
    }

    private void empty() {
        while (ring.hasNext() && held.compareAndSet(false, true)) {
            try {
                sendAll();
            } finally {
                held.set(false);
            }
        }
    }

    private void sendAll() {
        for (OutboundStream stream = ring.peek(); stream != null; stream = ring.peek()) {
            if (ring.isLarge()) {
                RetainedMessage place = ring.place();
                byte[] bytes = ring.takeLarge();
                largeWaiting.addAndGet(-bytes.length);
                transmit(stream, place, bytes, bytes.length, true);
            } else {
                packing.send(Integer.MAX_VALUE, null);
            }
        }
    }

    /**
     * Does what is due besides publishing, unless somebody holds the path: sends again some of what was asked for, and has what
     * is too old dropped. To be called now and then, by any thread.
     *
     * @return in how many nanoseconds to call again; {@link Long#MAX_VALUE}: not before somebody asks for more
     */
    public long tend(RepairAnswers answers) {
        if (held.compareAndSet(false, true)) {
            try {
                long now = departure.now();
                answers.expire(now);
                resender.burst(departure, now);
            } finally {
                held.set(false);
            }
            empty();
        }
        return resender.isAsked() ? Resender.REST : Long.MAX_VALUE;
    }

    /**
     * Sends a message.
     *
     * @param isAccepted whether a large one has its sequence even if nothing leaves
     * @return whether it has
     */
    private boolean transmit(
            OutboundStream stream, @Nullable RetainedMessage place, byte[] bytes, int length, boolean isAccepted) {
        boolean hasNumber = false;
        if (place != null) {
            place.begin();
        }
        try {
            hasNumber =
                    length > limit ? large.send(stream, bytes, length, isAccepted) : transmit(stream, bytes, length);
            return hasNumber;
        } finally {
            if (place != null && hasNumber) {
                place.keep(bytes, length);
            } else if (place != null) {
                place.leave();
            }
        }
    }

    private boolean transmit(OutboundStream stream, byte[] bytes, int length) {
        if (!stream.isNumbered) {
            return small.sendCopies(stream, bytes, length);
        }
        MessageLayout.writeSequence(bytes, stream.sequence.next());
        return small.send(stream, 1, bytes, length, false);
    }
}

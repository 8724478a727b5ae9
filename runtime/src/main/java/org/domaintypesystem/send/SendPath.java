package org.domaintypesystem.send;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.domaintypesystem.engine.MessageLayout;

/**
 * The way from the publishing threads to the network. One thread at a time holds it: it numbers its message, sends it,
 * and then sends what others have left in the ring meanwhile, packed, until the ring is empty. Nobody waits: an idle sender
 * sends at once, and what leaves together is what gathered during a system call.
 *
 * <p>Messages of one thread leave in the order in which it sent them.
 */
public final class SendPath {
    /** Room for what gathers during one system call of the holder, many times over. */
    private static final int RING_BYTES = 1 << 18;

    /** How many types gather messages at the same time; with more of them, what has gathered leaves earlier. */
    private static final int MAX_PACKING = 64;

    private final DatagramOutput output;
    private final MessageRing ring;
    private final AtomicBoolean held = new AtomicBoolean();

    /** These belong to the holder. */
    private final byte[] message = new byte[MessageLayout.MAX_DATAGRAM];

    /** The streams whose packs are not empty. */
    private final List<OutboundStream> packing = new ArrayList<>();

    private final ByteBuffer datagram = ByteBuffer.allocateDirect(MessageLayout.MAX_DATAGRAM);

    public SendPath(DatagramOutput output) {
        this(output, RING_BYTES);
    }

    SendPath(DatagramOutput output, int ringBytes) {
        this.output = output;
        this.ring = new MessageRing(ringBytes);
    }

    /**
     * Sends a message, or leaves it to the thread that is sending. For any thread.
     *
     * @param bytes a message that is complete but for its sequence, from index 0 on; the caller's again on return
     * @param length at most {@link MessageLayout#MAX_DATAGRAM}
     * @return false if the message was refused: it used up no sequence. One that was accepted may still be lost, and
     *     then leaves a gap that receivers see
     */
    public boolean send(OutboundStream stream, byte[] bytes, int length) {
        boolean accepted;
        // What is in the ring came first, and some of it may be of this very thread.
        if (ring.isEmpty() && held.compareAndSet(false, true)) {
            try {
                accepted = transmit(stream, bytes, length);
            } finally {
                held.set(false);
            }
        } else {
            accepted = ring.offer(stream, bytes, length);
        }
        if (!accepted) {
            stream.countRefused();
        }
        flush();
        return accepted;
    }

    /**
     * Leaves a message in the ring, for {@link #flush} or whoever sends next: as many as fit leave in one datagram. For any
     * thread.
     *
     * @return as {@link #send}
     */
    public boolean defer(OutboundStream stream, byte[] bytes, int length) {
        if (ring.offer(stream, bytes, length)) {
            return true;
        }
        flush();
        boolean accepted = ring.offer(stream, bytes, length);
        if (!accepted) {
            stream.countRefused();
        }
        return accepted;
    }

    /** Sends what is in the ring, unless somebody else does: whoever lets go of the path looks once more. For any thread. */
    public void flush() {
        while (ring.hasNext() && held.compareAndSet(false, true)) {
            try {
                pack();
            } finally {
                held.set(false);
            }
        }
    }

    /** Empties the ring. What is of one type leaves together; what is of one thread and type, in its order. */
    private void pack() {
        OutboundStream stream = ring.peek();
        while (stream != null) {
            int length = ring.take(message);
            if (stream.pack().count() == 0) {
                packing.add(stream);
            }
            if (!stream.pack().add(message, length)) {
                transmit(stream);
                stream.pack().add(message, length);
            }
            stream = ring.peek();
            if (stream == null || packing.size() == MAX_PACKING) {
                for (int i = 0; i < packing.size(); i++) {
                    transmit(packing.get(i));
                }
                packing.clear();
                stream = ring.peek();
            }
        }
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

    private boolean transmit(OutboundStream stream, byte[] bytes, int length) {
        long sequence = stream.sequence.next();
        MessageLayout.writeSequence(bytes, sequence);
        boolean left = output.send(datagramOf(bytes, length), stream.destination);
        if (left) {
            stream.sequence.use(1);
            stream.countSent(sequence, 1, length);
        }
        return left;
    }

    private ByteBuffer datagramOf(byte[] bytes, int length) {
        return datagram.clear().put(bytes, 0, length).flip();
    }
}

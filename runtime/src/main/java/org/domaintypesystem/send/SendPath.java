package org.domaintypesystem.send;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.domaintypesystem.engine.MessageLayout;

/**
 * The way from the publishing threads to the network. One thread at a time holds it: it numbers its message, sends it,
 * and then sends what others have left in the ring meanwhile, until the ring is empty. Nobody waits.
 *
 * <p>Messages of one thread leave in the order in which it sent them.
 */
public final class SendPath {
    /** Room for what gathers during one system call of the holder, many times over. */
    private static final int RING_BYTES = 1 << 18;

    private final DatagramOutput output;
    private final MessageRing ring;
    private final AtomicBoolean held = new AtomicBoolean();

    /** These belong to the holder. */
    private final byte[] message = new byte[MessageLayout.MAX_DATAGRAM];

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
        drain();
        return accepted;
    }

    /** Sends what is in the ring, unless somebody else does: whoever lets go of the path looks once more. */
    private void drain() {
        while (ring.hasNext() && held.compareAndSet(false, true)) {
            try {
                OutboundStream stream = ring.peek();
                while (stream != null) {
                    int length = ring.take(message);
                    if (!transmit(stream, message, length)) {
                        // It was accepted: receivers shall see that it is missing.
                        stream.sequence.use();
                        stream.countLost();
                    }
                    stream = ring.peek();
                }
            } finally {
                held.set(false);
            }
        }
    }

    private boolean transmit(OutboundStream stream, byte[] bytes, int length) {
        MessageLayout.writeSequence(bytes, stream.sequence.next());
        datagram.clear();
        datagram.put(bytes, 0, length).flip();
        boolean left = output.send(datagram, stream.destination);
        if (left) {
            stream.sequence.use();
            stream.countSent();
        }
        return left;
    }
}

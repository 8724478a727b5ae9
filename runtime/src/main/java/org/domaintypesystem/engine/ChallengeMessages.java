package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** Writes and reads what asks a sender to prove that it is there, and the proof. For one thread at a time. */
final class ChallengeMessages {
    /** What is asked for: 128 bits that nobody could know before. */
    record Nonce(long low, long high) {}

    private static final int NONCE_BYTES = 2 * Long.BYTES;

    /** Of either message. */
    static final int BYTES = MessageLayout.CONTENT + Long.BYTES + NONCE_BYTES;

    private final long self;
    private final ControlOutput output;
    private final byte[] message = new byte[BYTES];

    ChallengeMessages(long self, ControlOutput output) {
        this.self = self;
        this.output = output;
    }

    /**
     * Asks.
     *
     * @param typeId that of what has come, so that the same key seals this
     */
    void challenge(Nonce nonce, long typeId, long epochNanos, SocketAddress to) {
        send(nonce, MessageLayout.CHALLENGE, typeId, epochNanos, to);
    }

    /** Answers. */
    void response(Nonce nonce, long typeId, long epochNanos, SocketAddress to) {
        send(nonce, MessageLayout.RESPONSE, typeId, epochNanos, to);
    }

    private void send(Nonce nonce, int tag, long typeId, long epochNanos, SocketAddress to) {
        int struct = MessageLayout.CONTENT;
        int list = WireWriter.struct(message, MessageLayout.BODY, struct, 0, 1, message.length);
        int end = WireWriter.list(message, struct, list, ElementSize.BYTE, NONCE_BYTES, message.length);
        WireWriter.int64(message, list, nonce.low());
        WireWriter.int64(message, list + Long.BYTES, nonce.high());
        MessageLayout.writeHeader(message, end, tag, self, typeId, 0, epochNanos);
        output.send(message, end, to);
    }

    /**
     * Reads either.
     *
     * @throws DecodeException if it has no such number
     */
    static Nonce read(InboundMessage message) {
        long struct = message.payload();
        WireReader in = message.reader();
        long list = in.list(struct, 0, ElementSize.BYTE);
        if (in.count(list) != NONCE_BYTES) {
            throw new DecodeException("a challenge of " + in.count(list) + " bytes");
        }
        return new Nonce(in.int64At(list, 0), in.int64At(list, 1));
    }
}

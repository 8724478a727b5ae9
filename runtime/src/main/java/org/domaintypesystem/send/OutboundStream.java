package org.domaintypesystem.send;

import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.domaintypesystem.engine.OutboundSequence;
import org.domaintypesystem.engine.Pack;

/** The messages of one type that one node sends. */
public final class OutboundStream {
    final SocketAddress destination;

    /** This and the next belong to whoever holds the send path. */
    final OutboundSequence sequence = new OutboundSequence();

    final Pack pack = new Pack();

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    public OutboundStream(SocketAddress destination) {
        this.destination = destination;
    }

    /** Messages that left. */
    public long sent() {
        return sent.get();
    }

    /** Messages that were not accepted: the ring was full, or the network took nothing. They have no sequence. */
    public long refused() {
        return refused.get();
    }

    /** Messages that were accepted and then did not leave. Receivers find their sequences missing. */
    public long lost() {
        return lost.get();
    }

    void countSent(int messages) {
        sent.lazySet(sent.getPlain() + messages);
    }

    void countLost(int messages) {
        lost.lazySet(lost.getPlain() + messages);
    }

    void countRefused() {
        refused.getAndIncrement();
    }
}

package org.domaintypesystem.send;

import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.domaintypesystem.engine.OutboundSequence;
import org.domaintypesystem.engine.Pack;
import org.domaintypesystem.engine.RepairableStream;
import org.domaintypesystem.jfr.Events;
import org.jspecify.annotations.Nullable;

/** The messages of one type that one node sends. */
public final class OutboundStream {
    final SocketAddress destination;
    private final @Nullable String typeName;
    private final long sender;

    /** Whether its messages get numbers; those of others have theirs, and leave as they are. */
    final boolean isNumbered;

    /** This and the next belong to whoever holds the send path. */
    final OutboundSequence sequence;

    private @Nullable Pack pack;

    private volatile @Nullable RepairableStream repairable;

    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    /** A stream of messages between nodes, of no type. */
    public OutboundStream(SocketAddress destination) {
        this(destination, null, 0, true, new OutboundSequence());
    }

    /**
     * @param typeName for whoever looks on
     * @param sender likewise
     */
    public OutboundStream(SocketAddress destination, String typeName, long sender) {
        this(destination, typeName, sender, true, new OutboundSequence());
    }

    private OutboundStream(
            SocketAddress destination,
            @Nullable String typeName,
            long sender,
            boolean isNumbered,
            OutboundSequence sequence) {
        this.destination = destination;
        this.typeName = typeName;
        this.sender = sender;
        this.isNumbered = isNumbered;
        this.sequence = sequence;
    }

    /** A stream to somewhere else whose messages are numbered together with this one's. */
    public OutboundStream to(SocketAddress other) {
        return new OutboundStream(other, typeName, sender, isNumbered, sequence);
    }

    /** A stream of datagrams that are sent as they are: copies of what has been sent before. */
    public static OutboundStream ofCopies(SocketAddress destination) {
        return new OutboundStream(destination, null, 0, false, new OutboundSequence());
    }

    /** Whether this is the first time that somebody asks. For any thread. */
    public boolean isFirstUse() {
        return !used.getPlain() && used.compareAndSet(false, true);
    }

    /** What keeps what is sent, for those who miss it; null if nothing does. For any thread. */
    public @Nullable RepairableStream repairable() {
        return repairable;
    }

    /** Has what is sent from now on kept, too. For any thread, once. */
    public void keepIn(RepairableStream stream) {
        repairable = stream;
    }

    /** What numbers its messages. */
    public OutboundSequence sequence() {
        return sequence;
    }

    public SocketAddress destination() {
        return destination;
    }

    /**
     * What gathers to leave together.
     *
     * @param overhead how many bytes longer each message leaves
     */
    Pack pack(int overhead) {
        if (pack == null) {
            pack = new Pack(overhead);
        }
        return pack;
    }

    /** The latest sequence that was given away. For any thread. */
    public long last() {
        return sequence.last();
    }

    /** Messages that left. */
    public long sent() {
        return sent.get();
    }

    /** Messages that were not accepted: too much was waiting, or the network took nothing. They have no sequence. */
    public long refused() {
        return refused.get();
    }

    /** Messages that were accepted and then did not leave. Receivers find their sequences missing. */
    public long lost() {
        return lost.get();
    }

    /** A datagram has left. */
    void countSent(long first, int messages, int bytes) {
        sent.lazySet(sent.getPlain() + messages);
        if (typeName != null) {
            Events.published(typeName, sender, first, messages, bytes);
        }
    }

    void countLost(int messages) {
        lost.lazySet(lost.getPlain() + messages);
    }

    void countRefused() {
        refused.getAndIncrement();
    }
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.seal.CounterKind;
import org.domaintypesystem.seal.Opener;
import org.domaintypesystem.seal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where messages come in. With keys, what is sealed is opened here, and goes on if it is new and of somebody who is there; what
 * is not sealed does not. Without keys it is the other way round: the gate is open for all that is not sealed. For one thread at
 * a time.
 */
public final class Gate {
    /** What lies behind a gate. */
    interface Inside {
        /**
         * A message that goes on.
         *
         * @param plain holds it from index 0 on, in its usual form; read during this call only
         * @param keyId which key it was sealed with
         * @param receivedAt nanoseconds since the epoch
         */
        void message(
                byte[] plain, int length, int keyId, long receivedAt, LongMap<InboundType> types, SocketAddress source);
    }

    /** What a gate has that is not open. */
    private record Lock(Counters counters, long self, Opener opener, FirstContacts contacts, LongSupplier nanoTime) {}

    private final KeyedTraffic traffic;
    private final @Nullable Lock lock;
    private final InboundMessage aboutContacts = new InboundMessage();
    private @Nullable Inside inside;

    /** What is listened to, as of the latest message. */
    private LongMap<InboundType> types = new LongMap<>(0);

    private boolean isDueEarlier;

    private Gate(Consumer<String> says) {
        this.traffic = new KeyedTraffic(says);
        this.lock = null;
    }

    private Gate(
            Opener opener,
            long self,
            Counters counters,
            ControlOutput output,
            LongSupplier nanoTime,
            LongSupplier random,
            Consumer<String> says) {
        this.traffic = new KeyedTraffic(says);
        this.lock = new Lock(
                counters,
                self,
                opener,
                new FirstContacts(counters, self, output, this::admitted, random, random.getAsLong()),
                nanoTime);
    }

    /**
     * The gate of a node without keys.
     *
     * @param says takes what people should know
     */
    public static Gate open(Consumer<String> says) {
        return new Gate(says);
    }

    /**
     * The gate of a node with keys.
     *
     * @param opener of this gate alone
     * @param self the sender of this node
     * @param output takes challenges and responses
     * @param nanoTime a time that never goes back, in nanoseconds
     * @param random 64 bits each time that nobody outside can guess
     * @param says takes what people should know
     */
    public static Gate keyed(
            Opener opener,
            long self,
            Counters counters,
            ControlOutput output,
            LongSupplier nanoTime,
            LongSupplier random,
            Consumer<String> says) {
        return new Gate(opener, self, counters, output, nanoTime, random, says);
    }

    /** Says what lies behind it, before anything comes. */
    void leadsTo(Inside behind) {
        inside = behind;
    }

    /** Whether there are no keys, so that nobody vouches for what comes in. */
    boolean isOpen() {
        return lock == null;
    }

    /** What counts a sealed message that comes in by an open gate. */
    Counter sealed(SocketAddress source) {
        return traffic.refused(Refusal.SEALED, source);
    }

    /**
     * Takes a message, by a gate that is not open.
     *
     * @param epochNanos the time of day
     * @param listened what is listened to, by type id
     * @return what counts it; null if that has been counted
     */
    @Nullable
    Counter message(InboundMessage message, long epochNanos, LongMap<InboundType> listened, SocketAddress source) {
        types = listened;
        Lock closed = Objects.requireNonNull(lock);
        Opener opener = closed.opener;
        Refusal refused = Refusal.PLAIN;
        if (message.tag == MessageLayout.SEALED) {
            refused = message.showTo(opener);
            Counter useless = refused == null ? uselessness(closed) : null;
            if (useless != null) {
                return useless;
            }
            refused = refused == null ? opener.open() : refused;
        }
        if (refused != null) {
            return traffic.refused(refused, source);
        }
        return isAboutContacts(opener)
                ? contact(closed, epochNanos, source)
                : judge(closed, opener, epochNanos, source);
    }

    /** Opening costs: what is known to be of no use need not be opened. */
    private @Nullable Counter uselessness(Lock closed) {
        Opener shown = closed.opener;
        CounterKind kind = shown.kind();
        if (kind != CounterKind.DATA && kind != CounterKind.COPY) {
            return closed.contacts.mayBeNew(shown) ? null : Counter.REPLAYED;
        }
        InboundType type = types.get(shown.typeId());
        if (type == null) {
            return Counter.NOT_LISTENED;
        }
        if (kind == CounterKind.COPY) {
            return type.sink.awaitsLastValue(shown.sender(), shown.sequence()) ? null : Counter.REPLAYED;
        }
        return Ordering.isPast(type, shown.sender(), shown.sequence())
                ? shown.fragmentCount() == 0 ? Counter.DUPLICATE : Counter.FRAGMENTS
                : null;
    }

    private boolean isFirst(Opener opened) {
        InboundType type = types.get(opened.typeId());
        return opened.kind() == CounterKind.DATA && (type == null || type.senders.get(opened.sender()) == null);
    }

    private Inside behind() {
        return Objects.requireNonNull(inside);
    }

    private static boolean isAboutContacts(Opener opened) {
        return opened.tag() == MessageLayout.CHALLENGE || opened.tag() == MessageLayout.RESPONSE;
    }

    private Counter contact(Lock closed, long epochNanos, SocketAddress source) {
        Opener opener = closed.opener;
        if (opener.sender() == closed.self) {
            return Counter.REPLAYED;
        }
        aboutContacts.show(opener.plain(), MessageLayout.ROOT, opener.length());
        long now = closed.nanoTime.getAsLong();
        try {
            if (opener.tag() == MessageLayout.CHALLENGE) {
                closed.contacts.challenged(aboutContacts, opener, source, now, epochNanos);
            } else {
                closed.contacts.answered(aboutContacts, opener, now);
            }
            return Counter.CONTROL;
        } catch (DecodeException e) {
            return Counter.MALFORMED;
        }
    }

    private @Nullable Counter judge(Lock closed, Opener opener, long epochNanos, SocketAddress source) {
        long now = closed.nanoTime.getAsLong();
        return switch (closed.contacts.judge(opener, isFirst(opener), now, epochNanos)) {
            case REPLAYED -> Counter.REPLAYED;
            case UNPROVEN -> {
                isDueEarlier |= closed.contacts.hold(opener, epochNanos, source, now);
                yield null;
            }
            case NEW -> {
                behind().message(opener.plain(), opener.length(), opener.keyId(), epochNanos, types, source);
                yield null;
            }
        };
    }

    private void admitted(byte[] message, int keyId, long receivedAt, SocketAddress source) {
        behind().message(message, message.length, keyId, receivedAt, types, source);
    }

    /**
     * A large message that is numbered with others of its kind is complete: whether it is new.
     *
     * @param message of which the last fragment came
     * @param body what it is
     * @param keyId which key that was sealed with
     */
    boolean takes(InboundMessage message, int body, int keyId) {
        if (lock == null) {
            return true;
        }
        CounterKind kind = body == MessageLayout.REPLY ? CounterKind.REPLY : CounterKind.CONTROL;
        return lock.contacts.take(
                message.sender, keyId, kind, message.sequence, message.timestamp, lock.nanoTime.getAsLong());
    }

    /**
     * Asks those who have not proven yet that they are there.
     *
     * @param epochNanos the time of day
     * @return in how many nanoseconds to call again; {@link Long#MAX_VALUE}: not before {@link #isDueEarlier}
     */
    long tick(long epochNanos) {
        return lock == null ? Long.MAX_VALUE : lock.contacts.tick(lock.nanoTime.getAsLong(), epochNanos);
    }

    /** Whether {@link #tick} is due earlier than it said. Says so once. */
    boolean isDueEarlier() {
        boolean isSo = isDueEarlier;
        isDueEarlier = false;
        return isSo;
    }
}

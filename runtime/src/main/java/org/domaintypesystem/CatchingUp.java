package org.domaintypesystem;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.InboundType;
import org.domaintypesystem.engine.LongMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a listener that joins hears of each subject of a sender in growing sequence, whether as published or as a
 * copy of the last value, until it has heard all that there was. For the receiving thread.
 */
final class CatchingUp<T> {
    /** How many subjects of all senders are told apart. */
    private static final int MAX_SUBJECTS = 1 << 18;

    /** A subject, by a value that nobody else has. */
    private static final class Subject<T> {
        private final @Nullable Keyed<T> keys;
        private final T example;
        private final int hash;

        Subject(@Nullable Keyed<T> keys, T example) {
            this.keys = keys;
            this.example = example;
            this.hash = keys == null ? 0 : keys.keyHash(example);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("unchecked") // they meet in one map only
        public boolean equals(@Nullable Object other) {
            return other instanceof Subject<?> that
                    && hash == that.hash
                    && (keys == null || keys.sameKey(example, (T) that.example));
        }
    }

    private static final class Sender<T> {
        /** The latest sequence of each subject; null once all is there. */
        @Nullable
        Map<Subject<T>, Long> latest = new HashMap<>();

        /** Copies up to this have had their time. */
        long floor;

        long highest;
    }

    private final Decoder<T> decoder;
    private final @Nullable Keyed<T> keys;
    private final LongMap<Sender<T>> senders;
    private int subjects;
    private boolean hasBegun;

    /**
     * @param seed a number that nobody outside can guess
     */
    @SuppressWarnings("unchecked")
    CatchingUp(Decoder<T> decoder, long seed) {
        this.decoder = decoder;
        this.keys = decoder instanceof Keyed ? (Keyed<T>) decoder : null;
        this.senders = new LongMap<>(seed);
    }

    /** Publishers are asked for this listener, too, from now on. */
    void begin() {
        hasBegun = true;
    }

    /** Whether a copy may be of use. */
    boolean wants(InboundMessage copy) {
        Sender<T> sender = senders.get(copy.sender());
        if (sender == null) {
            return senders.size() < InboundType.MAX_SENDERS;
        }
        return sender.latest != null && copy.sequence() > sender.floor;
    }

    /**
     * Whether a message, published or copied, is to be delivered: not if a newer one of its subject has been. Takes note of it.
     *
     * @param value what the message has been read as
     */
    boolean takes(InboundMessage message, T value) {
        Sender<T> sender = senders.get(message.sender());
        if (sender == null) {
            if (senders.size() == InboundType.MAX_SENDERS) {
                return !message.isLastValue();
            }
            sender = new Sender<>();
            senders.put(message.sender(), sender);
        }
        Map<Subject<T>, Long> latest = sender.latest;
        if (latest != null && !isNewest(latest, message, value)) {
            return false;
        }
        sender.highest = Math.max(sender.highest, message.sequence());
        return true;
    }

    private boolean isNewest(Map<Subject<T>, Long> latest, InboundMessage message, T value) {
        Subject<T> probe = new Subject<>(keys, value);
        Long before = latest.get(probe);
        if (before != null) {
            // The subject in the map stays.
            return before < message.sequence() && latest.put(probe, message.sequence()) != null;
        }
        if (subjects == MAX_SUBJECTS) {
            return !message.isLastValue();
        }
        long struct = message.payload();
        T own = keys == null ? value : Objects.requireNonNull(decoder.read(message.reader(), struct), "nothing");
        latest.put(new Subject<>(keys, own), message.sequence());
        subjects++;
        return true;
    }

    /** A sender is asked anew, that was lost sight of: what it sent before that has had its time. */
    void again(long sender) {
        Sender<T> known = senders.get(sender);
        if (known != null && known.latest == null) {
            known.floor = known.highest;
            known.latest = new HashMap<>();
        }
    }

    /** A sender has given all that there was. */
    void caughtUp(long sender) {
        if (!hasBegun) {
            return;
        }
        Sender<T> known = senders.get(sender);
        if (known == null) {
            known = new Sender<>();
            senders.put(sender, known);
        }
        if (known.latest != null) {
            subjects -= known.latest.size();
            known.latest = null;
        }
    }

    void forget(long sender) {
        caughtUp(sender);
        senders.remove(sender);
    }
}

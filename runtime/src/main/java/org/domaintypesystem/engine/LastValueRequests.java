package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gets the latest message of each subject from those who publish a type, for listeners that join. Times called {@code now}
 * are nanoseconds that never go back. For one thread at a time.
 *
 * <p>All are asked at once. Each publisher that is known, then or later, and has not given everything is asked again, by
 * unicast: for everything, until it has said what there is, and then for what is missing of that.
 */
public final class LastValueRequests {
    private static final long MILLI = 1_000_000;
    private static final long NEVER = Long.MAX_VALUE >> 1;

    /** How long somebody who has been asked has time; twice as long each time after that, up to the second. */
    static final long FIRST_RETRY = 100 * MILLI;

    static final long LONGEST_RETRY = 2_000 * MILLI;

    /** As long as something comes, nobody is asked; and so long after that. */
    static final long QUIET = 25 * MILLI;

    /** Those who are heard of later are asked within this. */
    static final long SPREAD = 20 * MILLI;

    /** How long messages that were sent before the answer may come after it. */
    static final long GRACE = 200 * MILLI;

    /** How often somebody is asked who says nothing: so many times soon, and then rarely. */
    static final int QUICK_TRIES = 12;

    static final int MAX_TRIES = 42;

    private static final long RARELY = 10_000 * MILLI;

    /** Messages in a row that ask one publisher. */
    private static final int MAX_MESSAGES = 16;

    /** Publishers of one type, as there are senders. */
    private static final int MAX_PUBLISHERS = InboundType.MAX_SENDERS;

    /** What becomes of it. */
    public interface Events {
        /** A publisher is asked that was not. */
        void asks(long typeId, long sender);

        /** What a publisher sends after a sequence is expected from now on, as it is published. */
        void expects(long typeId, long sender, long last);

        /** A publisher has given everything, or given nothing for too long. */
        void caughtUp(long typeId, long sender);
    }

    /** Knows where nodes are. */
    public interface Addresses {
        @Nullable
        SocketAddress of(long sender);
    }

    private static final class AskedType {
        final Map<Long, AskedPublisher> publishers = new HashMap<>();
        boolean asksAll;
        long asked;
    }

    private final LastValueMessages messages;
    private final Addresses addresses;
    private final Events events;
    private final Counters counters;
    private final SplittableRandom random;
    private final boolean needsLists;
    private final long seed;
    private final Map<Long, AskedType> types = new HashMap<>();

    /** Those that are not done. */
    private final Set<AskedPublisher> active = new LinkedHashSet<>();

    /**
     * @param self the sender of this node
     * @param needsLists whether only copies are awaited that a list has named
     * @param seed a number that nobody outside can guess
     */
    public LastValueRequests(
            long self,
            Addresses addresses,
            Events events,
            ControlOutput output,
            Counters counters,
            boolean needsLists,
            long seed) {
        this.messages = new LastValueMessages(self, output);
        this.addresses = addresses;
        this.events = events;
        this.counters = counters;
        this.random = new SplittableRandom(seed);
        this.needsLists = needsLists;
        this.seed = seed;
    }

    /** A listener joins: begins to ask for a type, or does so once more. */
    public void ask(long typeId, long now) {
        AskedType type = types.computeIfAbsent(typeId, any -> new AskedType());
        type.asksAll = true;
        type.asked = now;
        for (AskedPublisher known : new ArrayList<>(type.publishers.values())) {
            active.remove(known);
            begin(type, typeId, known.sender, now).source = known.source;
        }
    }

    /** Nobody listens to a type any more. */
    public void forget(long typeId) {
        AskedType type = types.remove(typeId);
        if (type != null) {
            active.removeAll(type.publishers.values());
        }
    }

    public boolean isAsking(long typeId) {
        return types.containsKey(typeId);
    }

    /** A node publishes a type. */
    public void publishes(long typeId, long sender, long now) {
        AskedType type = types.get(typeId);
        AskedPublisher publisher = type == null ? null : publisher(type, typeId, sender, now);
        if (publisher != null && publisher.stage == AskedPublisher.Stage.ASKING && publisher.tries > 0) {
            publisher.tries = 0;
            publisher.due = now + random.nextLong(SPREAD);
        }
    }

    /**
     * A node is gone: if it comes back, it is asked again. One that has only not been heard for long may be back before it
     * says so.
     */
    public void gone(long sender, boolean saidSo) {
        types.values().forEach(type -> {
            AskedPublisher publisher = type.publishers.get(sender);
            if (publisher != null && (saidSo || publisher.stage == AskedPublisher.Stage.DONE)) {
                type.publishers.remove(sender);
                active.remove(publisher);
            }
        });
    }

    private @Nullable AskedPublisher publisher(AskedType type, long typeId, long sender, long now) {
        AskedPublisher known = type.publishers.get(sender);
        if (known != null || type.publishers.size() == MAX_PUBLISHERS) {
            return known;
        }
        AskedPublisher publisher = begin(type, typeId, sender, now);
        events.asks(typeId, sender);
        return publisher;
    }

    private AskedPublisher begin(AskedType type, long typeId, long sender, long now) {
        long due = Math.max(now - type.asked, 0) < FIRST_RETRY ? type.asked + FIRST_RETRY : now;
        AskedPublisher publisher = new AskedPublisher(typeId, sender, seed, due + random.nextLong(SPREAD));
        type.publishers.put(sender, publisher);
        active.add(publisher);
        return publisher;
    }

    private @Nullable AskedPublisher find(long typeId, long sender) {
        AskedType type = types.get(typeId);
        return type == null ? null : type.publishers.get(sender);
    }

    /** Whether a copy of a message has not come yet. */
    public boolean awaits(long typeId, long sender, long sequence) {
        AskedPublisher publisher = find(typeId, sender);
        if (needsLists) {
            return publisher != null && publisher.isMissing(sequence);
        }
        return publisher == null ? types.containsKey(typeId) : publisher.awaits(sequence);
    }

    /** A message has come, as it was published or as a copy. */
    public void heard(long typeId, long sender, long sequence, boolean isCopy, long now) {
        AskedType type = types.get(typeId);
        if (type == null) {
            return;
        }
        AskedPublisher publisher = publisher(type, typeId, sender, now);
        if (publisher == null || publisher.stage != AskedPublisher.Stage.ASKING) {
            return;
        }
        if (!isCopy && publisher.base < 0) {
            publisher.base = sequence - 1;
        }
        if (publisher.heard(sequence) && isCopy) {
            progress(publisher, now);
        }
        settleIfComplete(publisher, now);
    }

    /** What a publisher sends after a sequence is expected by now, as it is published. */
    public void known(long typeId, long sender, long last, long now) {
        AskedType type = types.get(typeId);
        AskedPublisher publisher = type == null ? null : publisher(type, typeId, sender, now);
        if (publisher != null && publisher.base < 0) {
            publisher.base = last;
        }
    }

    /**
     * Takes a list of what there is.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it is none
     */
    public void listed(InboundMessage message, SocketAddress source, long now) {
        AskedType type = types.get(message.typeId());
        if (type == null) {
            return;
        }
        LastValueMessages.Sequences list = LastValueMessages.readSequences(message);
        AskedPublisher publisher = publisher(type, message.typeId(), message.sender(), now);
        if (publisher == null || publisher.stage != AskedPublisher.Stage.ASKING) {
            return;
        }
        publisher.source = source;
        if (list.last() < publisher.base) {
            // Between this and what has been heard there may be what was lost.
            return;
        }
        if (publisher.base < 0) {
            publisher.base = list.last();
            events.expects(publisher.typeId, publisher.sender, publisher.base);
        }
        if (publisher.listed(list)) {
            progress(publisher, now);
        }
        settleIfComplete(publisher, now);
    }

    private static void progress(AskedPublisher publisher, long now) {
        publisher.tries = 0;
        publisher.due = now + QUIET;
    }

    private static void settleIfComplete(AskedPublisher publisher, long now) {
        if (publisher.hasAll()) {
            publisher.settle(AskedPublisher.Stage.SETTLING);
            publisher.due = now + GRACE;
        }
    }

    /**
     * Does what is due.
     *
     * @return when to call again; far away: not before something happens
     */
    public long tick(long now, long epochNanos) {
        types.forEach((typeId, type) -> {
            if (type.asksAll) {
                type.asksAll = false;
                counters.increment(Counter.LAST_VALUES_ASKED);
                messages.request(typeId, new long[0], 0, new int[0], 0, epochNanos, null);
            }
        });
        List<AskedPublisher> done = new ArrayList<>();
        for (AskedPublisher publisher : active) {
            if (publisher.due - now > 0) {
                continue;
            }
            if (publisher.stage == AskedPublisher.Stage.SETTLING || publisher.tries == MAX_TRIES) {
                publisher.settle(AskedPublisher.Stage.DONE);
                done.add(publisher);
            } else {
                askAgain(publisher, now, epochNanos);
            }
        }
        for (AskedPublisher publisher : done) {
            active.remove(publisher);
            events.caughtUp(publisher.typeId, publisher.sender);
        }
        return nextTick(now);
    }

    private void askAgain(AskedPublisher publisher, long now, long epochNanos) {
        SocketAddress known = addresses.of(publisher.sender);
        SocketAddress to = known == null ? publisher.source : known;
        if (to == null) {
            // It will say itself where it is.
            publisher.due = now + LONGEST_RETRY;
            return;
        }
        counters.increment(Counter.LAST_VALUES_ASKED);
        publisher.source = to;
        publisher.ask(messages, to, MAX_MESSAGES, epochNanos);
        long pause = publisher.tries < QUICK_TRIES
                ? Math.min(LONGEST_RETRY, FIRST_RETRY << Math.min(publisher.tries, 8))
                : RARELY;
        publisher.tries++;
        publisher.due = now + pause + random.nextLong(pause / 4);
    }

    /** When the next {@link #tick} is due. */
    public long nextTick(long now) {
        long next = now + NEVER;
        for (AskedType type : types.values()) {
            if (type.asksAll) {
                return now;
            }
        }
        for (AskedPublisher publisher : active) {
            if (publisher.due - next < 0) {
                next = publisher.due;
            }
        }
        return next;
    }
}

package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.domaintypesystem.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/**
 * Puts large messages together of the fragments that come, in whatever order. What is not complete in time, or for what
 * there is no room, is given up and counted; to make room, the message goes first that has waited for its next fragment for
 * longest. For one thread at a time.
 */
public final class Reassemblies {
    /** How long a message waits for its next fragment, in nanoseconds. */
    static final long MAX_PAUSE = 2_000_000_000;

    /** How many messages of one sender, and of all, are put together at the same time. */
    static final int MAX_PER_SENDER = 256;

    static final int MAX_MESSAGES = 1024;

    /** How much the messages of one sender, and of all, may take, in largest messages. */
    static final int SENDER_SHARE = 2;

    static final int WHOLE_SHARE = 4;

    /** On top of that, so that several small ones fit, however small the largest one is. */
    static final int EXTRA = 1 << 16;

    /** What the messages of one sender take. */
    static final class Share {
        final long sender;
        final Set<Reassembly> messages = new LinkedHashSet<>();
        long bytes;

        Share(long sender) {
            this.sender = sender;
        }
    }

    private final int maxMessageSize;
    private final Counters counters;
    private final LongSupplier nanoTime;
    private final long seed;
    private final LongMap<Share> shares;

    /** The one that got a fragment last is at the end. */
    private final Map<Fragment.Whole, Reassembly> waiting = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    /** The one at the end: most fragments are of the same message as the one before. */
    private @Nullable Reassembly latest;

    /** Whether the latest fragment came later than others behind it, and left out others. */
    private boolean filledGap;

    private boolean leftGap;

    /**
     * @param maxMessageSize in bytes; fragments of larger messages are refused
     * @param nanoTime a time that never goes back, in nanoseconds
     * @param seed a number that nobody outside can guess
     */
    public Reassemblies(int maxMessageSize, Counters counters, LongSupplier nanoTime, long seed) {
        this.maxMessageSize = maxMessageSize;
        this.counters = counters;
        this.nanoTime = nanoTime;
        this.seed = seed;
        this.shares = new LongMap<>(seed);
    }

    int maxMessageSize() {
        return maxMessageSize;
    }

    /** Whether messages wait for fragments, so that {@link #tick} is to be called. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** What all that waits takes in memory, roughly, in bytes. */
    long bytes() {
        return bytes;
    }

    /**
     * Takes a fragment.
     *
     * @return the whole message, in the standard framing, if this fragment was what it lacked; otherwise null
     * @throws DecodeException if the fragment contradicts others of its message, which stay
     */
    byte @Nullable [] add(Fragment fragment) {
        if (latest == null || !fragment.isOf(latest.whole)) {
            Fragment.Whole whole = fragment.whole();
            Reassembly known = waiting.get(whole);
            latest = known == null ? begin(whole) : known;
        }
        Reassembly message = latest;
        message.touched = nanoTime.getAsLong();
        filledGap = false;
        leftGap = false;
        if (message.has(fragment)) {
            return null;
        }
        if (!message.fits(fragment)) {
            throw new DecodeException("a fragment that overlaps others, or leaves a gap");
        }
        filledGap = message.isOvertaken(fragment);
        long before = message.bytes;
        message.add(fragment);
        leftGap = message.hasGap();
        bytes += message.bytes - before;
        byte[] joined = message.joined();
        if (joined == null) {
            makeRoom(message.share);
        } else {
            waiting.remove(message.whole);
            release(message);
        }
        return joined;
    }

    /** Whether the fragment that {@link #add} took last lay before one that was there. */
    boolean filledGap() {
        return filledGap;
    }

    /** Whether others are missing before a fragment of the message that {@link #add} took one of last. */
    boolean leftGap() {
        return leftGap;
    }

    /** What waits of one sender and type. */
    List<Reassembly> of(long sender, long typeId) {
        List<Reassembly> some = new ArrayList<>();
        Share share = shares.get(sender);
        if (share != null) {
            for (Reassembly each : share.messages) {
                if (each.whole.typeId() == typeId && each.whole.body() == MessageLayout.PAYLOAD) {
                    some.add(each);
                }
            }
        }
        return some;
    }

    /** For how long nothing has come of a message, in nanoseconds. */
    long pause(Reassembly message) {
        return nanoTime.getAsLong() - message.touched;
    }

    private Reassembly begin(Fragment.Whole whole) {
        Share known = shares.get(whole.sender());
        Share share = known == null ? new Share(whole.sender()) : known;
        if (known == null) {
            shares.put(share.sender, share);
        }
        Reassembly message = new Reassembly(whole, share, seed);
        waiting.put(whole, message);
        share.messages.add(message);
        share.bytes += message.bytes;
        bytes += message.bytes;
        return message;
    }

    private void makeRoom(Share share) {
        while (share.messages.size() > MAX_PER_SENDER || share.bytes > room(SENDER_SHARE)) {
            giveUpOldest(share);
        }
        while (waiting.size() > MAX_MESSAGES || bytes > room(WHOLE_SHARE)) {
            giveUpOldest(null);
        }
    }

    private long room(int largestMessages) {
        return (long) maxMessageSize * largestMessages + EXTRA;
    }

    /** The oldest of one sender, or of all. */
    private void giveUpOldest(@Nullable Share share) {
        Iterator<Reassembly> oldestFirst = waiting.values().iterator();
        while (oldestFirst.hasNext()) {
            Reassembly message = oldestFirst.next();
            if (share == null || message.share == share) {
                oldestFirst.remove();
                giveUp(message);
                return;
            }
        }
        throw new IllegalStateException("there is none to give up");
    }

    private void giveUp(Reassembly message) {
        counters.increment(Counter.INCOMPLETE);
        release(message);
    }

    private void release(Reassembly message) {
        Share share = message.share;
        share.bytes -= message.bytes;
        bytes -= message.bytes;
        share.messages.remove(message);
        if (share.messages.isEmpty()) {
            shares.remove(share.sender);
        }
        if (latest == message) {
            latest = null;
        }
    }

    /**
     * Gives up what has waited for too long.
     *
     * @return in how many nanoseconds to call again; {@link Long#MAX_VALUE}: not before another message waits
     */
    public long tick(long now) {
        Iterator<Reassembly> oldestFirst = waiting.values().iterator();
        while (oldestFirst.hasNext()) {
            Reassembly message = oldestFirst.next();
            long pause = message.touched + MAX_PAUSE - now;
            if (pause > 0) {
                return pause;
            }
            oldestFirst.remove();
            giveUp(message);
        }
        return Long.MAX_VALUE;
    }
}

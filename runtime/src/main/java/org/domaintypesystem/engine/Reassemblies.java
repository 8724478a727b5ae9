package org.domaintypesystem.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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
        int messages;
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
        if (message.has(fragment)) {
            return null;
        }
        if (!message.fits(fragment)) {
            throw new DecodeException("a fragment that overlaps others, or leaves a gap");
        }
        long before = message.bytes;
        message.add(fragment);
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

    private Reassembly begin(Fragment.Whole whole) {
        Share known = shares.get(whole.sender());
        Share share = known == null ? new Share(whole.sender()) : known;
        if (known == null) {
            shares.put(share.sender, share);
        }
        Reassembly message = new Reassembly(whole, share, seed);
        waiting.put(whole, message);
        share.messages++;
        share.bytes += message.bytes;
        bytes += message.bytes;
        return message;
    }

    private void makeRoom(Share share) {
        while (share.messages > MAX_PER_SENDER || share.bytes > room(SENDER_SHARE)) {
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
        if (--share.messages == 0) {
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

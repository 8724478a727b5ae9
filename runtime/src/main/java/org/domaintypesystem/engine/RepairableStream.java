package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a node has sent of a type and keeps for a while, so that who misses something of it can have it again: the latest
 * datagrams, up to so many bytes and so old. Belongs to whoever holds the send path, but for what is said to be for any thread.
 */
public final class RepairableStream {
    private static final long NOTHING_YET = 0;

    final long typeId;
    final SocketAddress group;
    private final OutboundSequence sequence;
    private final Runnable wake;
    final SentDatagrams datagrams = new SentDatagrams();
    final RepairBudget budget = new RepairBudget();

    private volatile long maxBytes;
    private volatile long maxNanos;

    /** Whether somebody has said how much that is; guarded by this. */
    private boolean isSaid;

    /** How many bytes have been sent, and how often something has been sent again. */
    private long sentBytes;

    private long repairs;

    /** The oldest sequence of which everything is kept; and behind the latest one, or that of which the first part was sent. */
    private final AtomicLong firstRetained = new AtomicLong(NOTHING_YET);

    private final AtomicLong behind = new AtomicLong(NOTHING_YET);
    private final AtomicLong lastSentAt = new AtomicLong();

    /** Whether somebody looks soon what has been sent. */
    private volatile boolean isWatched;

    /** For those who say what there is, and what is gone. */
    final RepairNews news = new RepairNews();

    /**
     * Keeps what is sent from now on.
     *
     * @param sequence numbers the messages
     * @param maxBytes how much is kept unless somebody says otherwise, with what it takes to find it; room for a datagram at least
     * @param maxNanos for how long
     * @param wake has {@link RepairAnswers#tick} called soon; for any thread
     */
    public RepairableStream(
            long typeId, SocketAddress group, OutboundSequence sequence, long maxBytes, long maxNanos, Runnable wake) {
        this.typeId = typeId;
        this.group = group;
        this.sequence = sequence;
        this.maxBytes = maxBytes;
        this.maxNanos = maxNanos;
        this.wake = wake;
    }

    /** Somebody says how much to keep from now on; of what several say the most counts. For any thread. */
    public synchronized void keep(long bytes, long nanos) {
        maxBytes = isSaid ? Math.max(maxBytes, bytes) : bytes;
        maxNanos = isSaid ? Math.max(maxNanos, nanos) : nanos;
        isSaid = true;
    }

    /** Keeps a datagram that is leaving, or that was to leave and has not. Its sequences are given away after that. */
    public void sent(long first, int count, byte[] datagram, int length, long now) {
        add(first, count, -1, datagram, length, now);
    }

    /** Keeps a part of a message, as above; all parts are told, from 0 on. */
    public void sentPart(long of, int part, byte[] datagram, int length, long now) {
        add(of, 1, part, datagram, length, now);
    }

    private void add(long first, int count, int part, byte[] datagram, int length, long now) {
        sentBytes += length;
        behind.lazySet(first + count);
        expire(now);
        long room = maxBytes - length - SentDatagrams.INDEX_BYTES;
        while (isKeeping() && datagrams.bytes() > room) {
            datagrams.dropOldest();
        }
        // If the parts before it are gone, there is no use in the others.
        if (part <= 0 || isLatest(first, part - 1)) {
            datagrams.add(first, count, part, datagram, length, now);
        }
        tellFirst();
        // Ordered before the look at who watches, as that one is told and then looks at the time.
        lastSentAt.set(now);
        if (!isWatched) {
            isWatched = true;
            wake.run();
        }
    }

    private boolean isLatest(long sequence, int part) {
        long latest = datagrams.end() - 1;
        return isKeeping() && datagrams.first(latest) == sequence && datagrams.part(latest) == part;
    }

    private boolean isKeeping() {
        return datagrams.oldest() < datagrams.end();
    }

    /** Drops what is too old. */
    public void expire(long now) {
        if (!isKeeping() || now - datagrams.sentAt(datagrams.oldest()) < maxNanos) {
            return;
        }
        while (isKeeping() && now - datagrams.sentAt(datagrams.oldest()) >= maxNanos) {
            datagrams.dropOldest();
        }
        tellFirst();
    }

    private void tellFirst() {
        firstRetained.lazySet(isKeeping() ? datagrams.first(datagrams.oldest()) : behind.getPlain());
    }

    /** The oldest sequence that is kept; {@link #last} + 1 if there is none. For any thread. */
    long firstRetained() {
        long first = firstRetained.get();
        return first == NOTHING_YET ? last() + 1 : first;
    }

    /** The latest sequence that was given away. For any thread. */
    long last() {
        return sequence.last();
    }

    /** Behind the latest sequence of which something has been sent, which may not be given away yet. For any thread. */
    long behind() {
        return Math.max(sequence.last() + 1, behind.get());
    }

    /** Whether anything has been sent. For any thread. */
    boolean hasSent() {
        return behind.get() != NOTHING_YET;
    }

    /** When something was sent for the last time, if anything was. For any thread. */
    long lastSentAt() {
        return lastSentAt.get();
    }

    /** Nobody will look soon: who sends next says so. What has been sent before shows afterwards. */
    void unwatch() {
        isWatched = false;
    }

    /** How many bytes have been sent for the first time. */
    long sentBytes() {
        return sentBytes;
    }

    /** How often something has been sent again. */
    public long repairs() {
        return repairs;
    }

    void countRepair() {
        repairs++;
    }
}

package org.domaintypesystem.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The latest messages of the subjects of one type, as this node has sent them. They only become more. For any thread. */
public final class RetainedMessages {
    /** How many subjects, and how many bytes of all their messages, are kept. */
    public static final int MAX_SUBJECTS = 1 << 16;

    public static final long MAX_BYTES = 64L << 20;

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong notKept = new AtomicLong();
    private volatile RetainedMessage[] messages = new RetainedMessage[8];
    private volatile int size;

    public RetainedMessages() {
        this(MAX_BYTES);
    }

    RetainedMessages(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A place for the messages of a further subject, that is not one of these yet. */
    public RetainedMessage place() {
        return new RetainedMessage(this);
    }

    /** Makes a place one of these, behind all others. */
    public synchronized void add(RetainedMessage place) {
        RetainedMessage[] all = messages;
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size] = place;
        messages = all;
        size++;
    }

    public int size() {
        return size;
    }

    RetainedMessage get(int index) {
        return messages[index];
    }

    /** Bytes that are taken. */
    public long bytes() {
        return bytes.get();
    }

    /** How many messages were not kept since there was no room for them. */
    public long notKept() {
        return notKept.get();
    }

    /** There is no room for a further subject. */
    public void countNotKept() {
        notKept.incrementAndGet();
    }

    /** Gives room back and takes other, if there is enough. */
    boolean exchange(int before, int after) {
        int more = after - before;
        if (more == 0) {
            return true;
        }
        if (bytes.addAndGet(more) <= maxBytes || more < 0) {
            return true;
        }
        bytes.addAndGet(-more);
        countNotKept();
        return false;
    }
}

package org.domaintypesystem.engine;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers the messages of one type that one node sends. Numbers are given away by one thread at a time. */
public final class OutboundSequence {
    private final AtomicLong last = new AtomicLong();

    /** The number that the next message gets; the same one until it is {@linkplain #use used}. */
    public long next() {
        return last.getPlain() + 1;
    }

    /** Gives the next numbers away, to messages that were sent or to some that receivers shall miss. */
    public void use(int count) {
        last.lazySet(last.getPlain() + count);
    }

    /** The latest number given away; 0: none yet. For any thread. */
    public long last() {
        return last.get();
    }
}

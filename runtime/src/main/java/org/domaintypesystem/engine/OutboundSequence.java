package org.domaintypesystem.engine;

/** Numbers the messages of one type that one node sends. Not for several threads at once. */
public final class OutboundSequence {
    private long last;

    /** The number that the next message gets; the same one until it is {@linkplain #use used}. */
    public long next() {
        return last + 1;
    }

    /** Gives the next numbers away, to messages that were sent or to some that receivers shall miss. */
    public void use(int count) {
        last += count;
    }

    /** The latest number given away; 0: none yet. */
    public long last() {
        return last;
    }
}

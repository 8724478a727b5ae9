package org.domaintypesystem.engine;

/** Numbers the messages of one type that one node sends. Not for several threads at once. */
public final class OutboundSequence {
    private long last;

    /** The number that the next message gets; the same one until it is {@linkplain #use() used}. */
    public long next() {
        return last + 1;
    }

    /** Gives the next number away, to a message that was sent or to one that receivers shall miss. */
    public void use() {
        last++;
    }

    /** The latest number given away; 0: none yet. */
    public long last() {
        return last;
    }
}

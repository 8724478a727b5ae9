package org.domaintypesystem.dynamic;

import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.WireReader;

/** The reading of one message: how deep it is, and what it has found that takes no bytes. */
final class Reading {
    /** How deep structs and lists may be in each other: the schema, too, may come from anybody. */
    static final int MAX_NESTING = 512;

    final WireReader in;
    private int nesting;
    private int recursion;
    private int voids;

    /** @param isRootRecursive whether the root, which is not in another, will be counted as if it was */
    Reading(WireReader in, boolean isRootRecursive) {
        this.in = in;
        this.recursion = isRootRecursive ? -1 : 0;
    }

    /** Goes into a struct or list; where reading ends with an exception, nobody leaves. */
    void enter(boolean isRecursive) {
        if (++nesting > MAX_NESTING) {
            throw new DecodeException("structs and lists in each other, more than " + MAX_NESTING + " deep");
        }
        if (isRecursive && ++recursion > WireReader.MAX_DEPTH) {
            throw new DecodeException("values of a type in each other, more than " + WireReader.MAX_DEPTH + " deep");
        }
    }

    void leave(boolean isRecursive) {
        nesting--;
        if (isRecursive) {
            recursion--;
        }
    }

    /** Counts elements that take no bytes, so that nothing else bounds their number. */
    void countVoids(int count) {
        if (count > WireReader.MAX_EMPTY_STRUCTS - voids) {
            throw new DecodeException("lists of more elements without a value than " + WireReader.MAX_EMPTY_STRUCTS);
        }
        voids += count;
    }
}

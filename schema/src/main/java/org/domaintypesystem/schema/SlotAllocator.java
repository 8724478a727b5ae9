package org.domaintypesystem.schema;

/**
 * Cap'n Proto's way to fill a struct: a value goes into the smallest hole that earlier, smaller values left, else into a
 * new word. Nothing is ever moved, so that an offset depends on lower ordinals only.
 */
final class SlotAllocator {
    private static final int LOG_WORD_BITS = 6;

    /** Per size, as the logarithm of its bits, the offset of the one hole there can be; 0 means none. */
    private final int[] holes = new int[LOG_WORD_BITS];

    private int words;
    private int pointers;

    int words() {
        return words;
    }

    int pointers() {
        return pointers;
    }

    /** Takes room for a value and returns its offset in units of its size. */
    int allocate(Storage storage) {
        if (storage == Storage.NONE) {
            return 0;
        }
        return storage.isData() ? data(Integer.numberOfTrailingZeros(storage.bits())) : pointers++;
    }

    private int data(int logBits) {
        int offset = takeHole(logBits);
        if (offset == 0) {
            offset = words << (LOG_WORD_BITS - logBits);
            words++;
            int hole = offset + 1;
            for (int size = logBits; size < LOG_WORD_BITS; size++) {
                holes[size] = hole;
                hole = (hole + 1) / 2;
            }
        }
        return offset;
    }

    /** An offset of 0 means that there is no hole: the first value of a struct never leaves one in front of itself. */
    private int takeHole(int logBits) {
        if (logBits == LOG_WORD_BITS) {
            return 0;
        }
        int offset = holes[logBits];
        if (offset != 0) {
            holes[logBits] = 0;
            return offset;
        }
        offset = 2 * takeHole(logBits + 1);
        if (offset != 0) {
            holes[logBits] = offset + 1;
        }
        return offset;
    }
}

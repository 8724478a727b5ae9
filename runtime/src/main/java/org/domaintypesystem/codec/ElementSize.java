package org.domaintypesystem.codec;

/** The element sizes of a Cap'n Proto list, as the three bits in its pointer. */
public final class ElementSize {
    public static final int VOID = 0;
    public static final int BIT = 1;
    public static final int BYTE = 2;
    public static final int TWO_BYTES = 3;
    public static final int FOUR_BYTES = 4;
    public static final int EIGHT_BYTES = 5;
    public static final int POINTER = 6;
    public static final int COMPOSITE = 7;

    private ElementSize() {}

    /** Bits of one element; not for {@link #COMPOSITE}. Computed, not looked up, so that it folds into a constant. */
    static int bits(int size) {
        return size < BYTE ? size : Math.min(2 << size, Long.SIZE);
    }
}

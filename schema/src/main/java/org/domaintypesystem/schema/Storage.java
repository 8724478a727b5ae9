package org.domaintypesystem.schema;

/** Where a struct keeps a value: nowhere, in its data section with a size, or in its pointer section. */
public enum Storage {
    NONE(0),
    BIT(1),
    BYTE(8),
    TWO_BYTES(16),
    FOUR_BYTES(32),
    EIGHT_BYTES(64),
    POINTER(64);

    private final int bits;

    Storage(int bits) {
        this.bits = bits;
    }

    /** Size of the value in its section, in bits. */
    public int bits() {
        return bits;
    }

    /** Whether the value lives in the data section. */
    public boolean isData() {
        return this != NONE && this != POINTER;
    }
}

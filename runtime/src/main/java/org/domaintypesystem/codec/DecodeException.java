package org.domaintypesystem.codec;

/**
 * Bytes that do not hold a value of the type that was asked for. Without a stack trace, since anybody on the network can
 * cause one.
 */
public final class DecodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean namesAbsentField;

    public DecodeException(String message) {
        this(message, false);
    }

    private DecodeException(String message, boolean namesAbsentField) {
        super(message, null, false, false);
        this.namesAbsentField = namesAbsentField;
    }

    /** A struct that is absent and cannot be made of defaults; of several in each other, the innermost is named. */
    static DecodeException withoutDefault(String field, RuntimeException reason) {
        return reason instanceof DecodeException known && known.namesAbsentField
                ? known
                : new DecodeException(field + " is absent, and there is no empty one: " + reason.getMessage(), true);
    }

    static DecodeException tooShort(int length) {
        return new DecodeException("a message of " + length + " bytes, the shortest possible one has 16");
    }

    static DecodeException wrongFraming(long framing, int length) {
        return new DecodeException(
                (int) framing == 0
                        ? "a segment of " + (framing >>> 32) + " words in a message of " + length + " bytes"
                        : "a message of " + ((framing & 0xFFFF_FFFFL) + 1) + " segments");
    }

    static DecodeException outOfSegment() {
        return new DecodeException("a pointer out of the segment");
    }

    static DecodeException overBudget() {
        return new DecodeException("pointers that lead to the same bytes again and again");
    }

    static DecodeException tooDeep() {
        return new DecodeException("values of a type in each other, more than " + WireReader.MAX_DEPTH + " deep");
    }

    static DecodeException wrongTag() {
        return new DecodeException("a list of structs whose tag does not fit its size");
    }

    static DecodeException tooManyEmpty() {
        return new DecodeException("a list of more structs without fields than " + WireReader.MAX_EMPTY_STRUCTS);
    }

    static DecodeException withoutZero() {
        return new DecodeException("a text without its final zero byte");
    }

    static DecodeException unexpected(long word, String expected) {
        return new DecodeException("a pointer of kind " + (word & 3) + " where one to " + expected + " was expected");
    }
}

package org.domaintypesystem.codec;

import java.nio.charset.StandardCharsets;

/**
 * A text or {@code Data} in place. Shows what its field held when the accessor that returned it was called, and is valid
 * as long as the view that it belongs to.
 */
public final class BytesView {
    private static final int ABSENT = -1;

    private final WireReader in;
    /** Or {@link #ABSENT}. */
    private int at = ABSENT;

    private int length;

    /** For fields of structs that a reader resolves. */
    public BytesView(WireReader in) {
        this.in = in;
    }

    /**
     * Points at a text field, without its final zero byte.
     *
     * @param in the reader that this view was made with: the compiler knows more of it than of the one kept here
     */
    public BytesView text(WireReader in, long struct, int pointerIndex) {
        long word = in.pointer(struct, pointerIndex);
        if (word == 0) {
            return nothing();
        }
        at = in.textAt(FieldReader.pointerAt(struct, pointerIndex), word);
        length = WireReader.elements(word) - 1;
        return this;
    }

    /** Points at a {@code Data} field. */
    public BytesView data(long struct, int pointerIndex) {
        long list = in.listInPlace(struct, pointerIndex, ElementSize.BYTE);
        if (list == WireReader.ABSENT) {
            return nothing();
        }
        at = FieldReader.at(list);
        length = in.count(list);
        return this;
    }

    private BytesView nothing() {
        at = ABSENT;
        length = 0;
        return this;
    }

    /** Whether the field holds no value: a null in Java. */
    public boolean isAbsent() {
        return at == ABSENT;
    }

    /** Number of bytes; 0 if absent. */
    public int length() {
        return length;
    }

    public byte byteAt(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("index " + index + " of " + length + " bytes");
        }
        return in.buffer[at + index];
    }

    /** Copies all bytes to {@code to}, beginning at {@code offset}. */
    public void copyTo(byte[] to, int offset) {
        if (!isAbsent()) {
            System.arraycopy(in.buffer, at, to, offset, length);
        }
    }

    /** Whether the bytes are the characters of an ASCII text; compares without allocating. */
    public boolean equalsAscii(CharSequence text) {
        if (text.length() != length || isAbsent()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (in.buffer[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes as UTF-8; empty if absent. Allocates. */
    @Override
    public String toString() {
        return isAbsent() ? "" : new String(in.buffer, at, length, StandardCharsets.UTF_8);
    }
}

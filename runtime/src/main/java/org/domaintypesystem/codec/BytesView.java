package org.domaintypesystem.codec;

import java.nio.charset.StandardCharsets;

/**
 * A text or {@code Data} in place. Shows what its field held when the accessor that returned it was called, and is valid
 * as long as the view that it belongs to.
 */
public final class BytesView {
    private byte[] buffer = {};
    private int at;
    private int length;
    private boolean absent = true;

    /** Points at a text field, without its final zero byte. */
    public BytesView text(WireReader in, long struct, int pointerIndex) {
        return set(in, in.textBytes(struct, pointerIndex));
    }

    /** Points at a {@code Data} field. */
    public BytesView data(WireReader in, long struct, int pointerIndex) {
        return set(in, in.list(struct, pointerIndex, ElementSize.BYTE));
    }

    private BytesView set(WireReader in, long list) {
        if (buffer != in.buffer()) {
            buffer = in.buffer();
        }
        at = in.at(list);
        length = in.count(list);
        absent = list == WireReader.ABSENT;
        return this;
    }

    /** Whether the field holds no value: a null in Java. */
    public boolean isAbsent() {
        return absent;
    }

    /** Number of bytes; 0 if absent. */
    public int length() {
        return length;
    }

    public byte byteAt(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("index " + index + " of " + length + " bytes");
        }
        return buffer[at + index];
    }

    /** Copies all bytes to {@code to}, beginning at {@code offset}. */
    public void copyTo(byte[] to, int offset) {
        System.arraycopy(buffer, at, to, offset, length);
    }

    /** Whether the bytes are the characters of an ASCII text; compares without allocating. */
    public boolean equalsAscii(CharSequence text) {
        if (absent || text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes as UTF-8; empty if absent. Allocates. */
    @Override
    public String toString() {
        return new String(buffer, at, length, StandardCharsets.UTF_8);
    }
}

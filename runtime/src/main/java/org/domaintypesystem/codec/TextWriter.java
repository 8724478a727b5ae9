package org.domaintypesystem.codec;

/** Writes a {@link String} as Cap'n Proto {@code Text}: UTF-8 and a final zero byte. */
final class TextWriter {
    private TextWriter() {}

    static int write(byte[] out, int pointer, String value, int end, int limit, String field) {
        int length = value.length();
        if (length >= limit - end) {
            throw new OutOfSpaceException();
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.BYTE, length + 1, limit);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return writeUnicode(out, pointer, value, end, limit, field);
            }
            out[end + i] = (byte) c;
        }
        return after;
    }

    private static int writeUnicode(byte[] out, int pointer, String value, int end, int limit, String field) {
        long bytes = utf8Length(value, field);
        if (bytes >= limit - end) {
            throw new OutOfSpaceException();
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.BYTE, (int) bytes + 1, limit);
        int at = end;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | (c >> 6));
                out[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                int code = Character.toCodePoint(c, value.charAt(++i));
                out[at++] = (byte) (0xF0 | (code >> 18));
                out[at++] = (byte) (0x80 | ((code >> 12) & 0x3F));
                out[at++] = (byte) (0x80 | ((code >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (code & 0x3F));
            } else {
                out[at++] = (byte) (0xE0 | (c >> 12));
                out[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                out[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        return after;
    }

    private static long utf8Length(String value, String field) {
        long bytes = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                throw new EncodeException(
                        "%s has half a surrogate pair at index %d, which UTF-8 cannot carry".formatted(field, i));
            }
        }
        return bytes;
    }
}

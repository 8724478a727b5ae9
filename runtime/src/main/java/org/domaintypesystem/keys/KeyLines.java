package org.domaintypesystem.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.domaintypesystem.schema.TypeIds;

/** Reads keys as they stand in a file, a line each. What goes wrong is told by the number of the line, and never shows it. */
final class KeyLines {
    private static final String TYPE = "type";
    private static final int HEX_DIGITS = 16;

    private KeyLines() {}

    /**
     * Adds the keys of a text to a ring.
     *
     * @param text in UTF-8; the caller's to wipe
     * @throws IllegalArgumentException if a line is not what it should be; its message has no part of the text
     */
    static void read(byte[] text, KeyRing.Builder into) {
        int number = 0;
        for (int start = 0; start < text.length; ) {
            int end = start;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            number++;
            byte[] line = stripped(text, start, end);
            try {
                read(line, number, into);
            } finally {
                Arrays.fill(line, (byte) 0);
            }
            start = end + 1;
        }
    }

    private static void read(byte[] line, int number, KeyRing.Builder into) {
        if (line.length == 0 || line[0] == '#') {
            return;
        }
        int word = wordEnd(line, 0);
        try {
            if (isText(line, word, TYPE)) {
                readType(line, wordStart(line, word), into);
            } else {
                into.key(GroupKey.parse(line));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    private static void readType(byte[] line, int nameStart, KeyRing.Builder into) {
        int nameEnd = wordEnd(line, nameStart);
        byte[] key = Arrays.copyOfRange(line, wordStart(line, nameEnd), line.length);
        try {
            GroupKey parsed = GroupKey.parse(key);
            typeKey(new String(line, nameStart, nameEnd - nameStart, StandardCharsets.UTF_8), parsed)
                    .accept(into);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Consumer<KeyRing.Builder> typeKey(String name, GroupKey key) {
        if (name.length() == HEX_DIGITS && name.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)) {
            long typeId = Long.parseUnsignedLong(name, 16);
            if (TypeIds.isId(typeId)) {
                return ring -> ring.typeKey(typeId, key);
            }
        }
        return ring -> ring.typeKey(name, key);
    }

    private static byte[] stripped(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text[start])) {
            start++;
        }
        while (end > start && isSpace(text[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(text, start, end);
    }

    private static int wordEnd(byte[] line, int from) {
        int end = from;
        while (end < line.length && !isSpace(line[end])) {
            end++;
        }
        return end;
    }

    private static int wordStart(byte[] line, int from) {
        int start = from;
        while (start < line.length && isSpace(line[start])) {
            start++;
        }
        return start;
    }

    private static boolean isText(byte[] line, int end, String text) {
        return new String(line, 0, Math.min(end, TYPE.length() + 1), StandardCharsets.UTF_8).equals(text);
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }
}

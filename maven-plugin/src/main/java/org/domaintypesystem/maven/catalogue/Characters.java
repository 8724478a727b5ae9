package org.domaintypesystem.maven.catalogue;

/** Which characters a document can hold. */
final class Characters {
    private static final int NOT_SHOWN = 0xFFFD;

    private Characters() {}

    /** The character, or the sign for one that cannot be shown: control characters, and what is none. */
    static int shown(int c) {
        boolean isNone = Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE;
        boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
        return isNone || isControl ? NOT_SHOWN : c;
    }

    /** A text of one line in which all characters can be shown. */
    static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(c -> c == '\n' || c == '\t' ? ' ' : shown(c)).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}

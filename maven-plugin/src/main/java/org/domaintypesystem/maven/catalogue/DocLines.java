package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Documentation as it was meant: paragraphs and items of lists, whatever the columns that a schema file has for it. */
final class DocLines {
    /** What a line of a generated schema has room for at least. */
    private static final int COLUMNS = 100;

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern ITEM = Pattern.compile("[-*] .*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]['\")]?(?= |$)");

    private DocLines() {}

    /** The paragraphs, each without a line break. Items of a list begin with a hyphen and a space. */
    static List<String> of(String doc) {
        List<String> paragraphs = new ArrayList<>();
        String last = "";
        for (String line : LINE_END.split(doc, -1)) {
            String text = line.strip();
            boolean goesOn = !last.isEmpty() && !text.isEmpty() && !isItem(text) && isWrapped(last, line);
            if (goesOn) {
                int end = paragraphs.size() - 1;
                paragraphs.set(end, paragraphs.get(end) + ' ' + text);
            } else if (!text.isEmpty()) {
                paragraphs.add(isItem(text) ? "- " + text.substring(2).strip() : text);
            }
            last = line;
        }
        return List.copyOf(paragraphs);
    }

    /** The first sentence; empty if there is none. */
    static String summary(String doc) {
        List<String> paragraphs = of(doc);
        if (paragraphs.isEmpty()) {
            return "";
        }
        String first = paragraphs.get(0);
        var end = SENTENCE_END.matcher(first);
        return end.find() ? first.substring(0, end.end()) : first;
    }

    static boolean isItem(String paragraph) {
        return ITEM.matcher(paragraph).matches();
    }

    /** Whether a line ends only because there was no room left, or in the middle of a sentence. */
    private static boolean isWrapped(String line, String next) {
        String text = next.strip();
        int space = text.indexOf(' ');
        int word = space < 0 ? text.length() : space;
        boolean hasRoom = line.length() + 1 + word <= COLUMNS;
        boolean startsAnew = Character.isUpperCase(text.codePointAt(0));
        boolean isIndented = Character.isWhitespace(next.charAt(0)) && !Character.isWhitespace(line.charAt(0));
        return !isIndented && !(hasRoom && startsAnew);
    }
}

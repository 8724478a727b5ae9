package org.domaintypesystem.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Brings documentation into lines that can be comments: what is one line stays one line of text, or becomes several. */
final class DocLines {
    /** What editors and programs take as the end of a line. */
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    private DocLines(int columns) {
        this.columns = columns;
    }

    /**
     * The lines, without blank ones at the start and at the end, and without white space behind them.
     *
     * @param columns how long a line may be, in characters; a word that is longer has a line for itself
     */
    static List<String> of(String doc, int columns) {
        DocLines lines = new DocLines(columns);
        for (String line : LINE_END.split(doc, -1)) {
            lines.add(printable(line).stripTrailing());
        }
        return lines.withoutBlankEnds();
    }

    private void add(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) <= ' ') {
            start++;
        }
        String indent = line.substring(0, start);
        String rest = line.substring(start);
        while (indent.length() + rest.length() > columns) {
            int space = rest.lastIndexOf(' ', Math.max(0, columns - indent.length()));
            space = space < 0 ? rest.indexOf(' ') : space;
            if (space < 0) {
                break;
            }
            lines.add(indent + rest.substring(0, space).stripTrailing());
            rest = rest.substring(space).stripLeading();
        }
        lines.add(indent + rest);
    }

    private List<String> withoutBlankEnds() {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isEmpty()) {
            from++;
        }
        while (from < to && lines.get(to - 1).isEmpty()) {
            to--;
        }
        return List.copyOf(lines.subList(from, to));
    }

    /** Control characters become spaces, halves of characters the sign for what cannot be shown. */
    private static String printable(String line) {
        StringBuilder printable = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                printable.append('\uFFFD');
            } else {
                printable.appendCodePoint(Character.isISOControl(c) && c != '\t' ? ' ' : c);
            }
        });
        return printable.toString();
    }
}

package org.domaintypesystem.processor.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source says that has to be said of it: behind {@code // fault:} or {@code // warning:} in the line that it is about,
 * or behind {@code // fault in line 3:}; with the text it is at where that matters, as in {@code // fault at `3`:}.
 *
 * @param line 0 for none
 * @param kind {@code fault} or {@code warning}; {@code fault of the compiler}, whose text is only the beginning
 * @param at the text in the source; empty if any will do
 */
public record Mark(int line, String kind, String at, String text) {
    private static final Pattern MARK = Pattern.compile(
            "// ((?:fault|warning)(?: of the compiler)?)( without a line| in line \\d+)?(?: at `([^`]*)`)?: (.*)");
    private static final Pattern OPTIONS = Pattern.compile("// options: (.*)");

    /** Whether it is the compiler itself that says it. */
    public boolean isOfCompiler() {
        return kind.endsWith("compiler");
    }

    public static List<Mark> of(Path file) {
        List<Mark> marks = new ArrayList<>();
        List<String> lines = Sources.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find()) {
                String at = mark.group(3) == null ? "" : mark.group(3);
                marks.add(new Mark(line(mark.group(2), i + 1), mark.group(1), at, mark.group(4)));
            }
        }
        return marks;
    }

    private static int line(@Nullable String place, int line) {
        if (place == null) {
            return line;
        }
        String number = place.replaceAll("\\D", "");
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }

    /** The options of the compiler that a source asks for. */
    public static List<String> options(Path file) {
        Matcher options = OPTIONS.matcher(Sources.text(file));
        return options.find() ? List.of(options.group(1).split(" ")) : List.of();
    }
}

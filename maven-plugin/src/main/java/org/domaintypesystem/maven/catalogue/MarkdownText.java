package org.domaintypesystem.maven.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in Markdown that is shown as it is, in paragraphs and in the cells of tables alike. */
final class MarkdownText {
    /** What would begin a heading, a list, a quotation or a rule. */
    private static final Pattern START = Pattern.compile("^(\\s*(?:\\d+(?=[.)])|(?=[-+=#])))");

    private MarkdownText() {}

    /** A text of one line. */
    static String of(String text) {
        String line = Characters.line(text).strip();
        StringBuilder escaped = new StringBuilder(line.length());
        Matcher start = START.matcher(line);
        int from = 0;
        if (start.find()) {
            escaped.append(start.group()).append('\\').append(line.charAt(start.end()));
            from = start.end() + 1;
        }
        for (char c : line.substring(from).toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '`', '|', '$', '\\' -> escaped.append("&#").append((int) c).append(';');
                case '*', '_', '[', ']', '~' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A name or a number that is set as code: it has neither spaces nor backticks. */
    static String code(String name) {
        return '`' + name + '`';
    }
}

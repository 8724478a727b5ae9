package org.domaintypesystem.processor.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Javadoc comments as plain text. */
final class Docs {
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s*([^{}]*)}");
    /** One in which brackets are no tags of HTML. */
    private static final Pattern LITERAL_TAG = Pattern.compile("\\{@(?:code|literal)\\s");
    /** A link with what it is called, or with the name of what it leads to. */
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+#?([\\w.$#]+(?:\\([^()]*\\))?)(?:\\s+([^{}]+))?}");

    private static final Pattern BREAK = Pattern.compile("\\s*<(?:p|/p|br|/?ul|/?ol|/?pre)\\s*/?>\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*<li>\\s*");
    private static final Pattern HTML_TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]*\\R\\s*");

    private final Elements elements;

    Docs(Elements elements) {
        this.elements = elements;
    }

    /** What a declaration's comment says before its first block tag; empty if there is none. */
    String of(Element element) {
        String comment = elements.getDocComment(element);
        return comment == null ? "" : plain(BLOCK_TAG.split(comment, 2)[0]);
    }

    /** What the comment of a record says about one of its components. */
    String ofComponent(Element record, String component) {
        String comment = elements.getDocComment(record);
        return comment == null ? "" : ofParameter(comment, component);
    }

    private static String ofParameter(String comment, String name) {
        Matcher tag = Pattern.compile("(?ms)^\\s*@param\\s+" + Pattern.quote(name) + "\\s+(.*?)(?=^\\s*@|\\z)")
                .matcher(comment);
        return tag.find() ? plain(tag.group(1)) : "";
    }

    /** The first of two texts that says anything. */
    static String first(String text, @Nullable String other) {
        return text.isEmpty() && other != null ? other : text;
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String plain(String html) {
        String text = LINK.matcher(html)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group(2) == null ? link.group(1).replace('#', '.') : link.group(2)));
        // Inline tags can stand in one another, the innermost have no braces in them.
        for (Matcher tag = INLINE_TAG.matcher(text); tag.find(); tag = INLINE_TAG.matcher(text)) {
            text = tag.replaceAll(match -> Matcher.quoteReplacement(
                    LITERAL_TAG.matcher(match.group()).lookingAt() ? escaped(match.group(1)) : match.group(1)));
        }
        text = BREAK.matcher(text).replaceAll("\n\n");
        text = ITEM.matcher(text).replaceAll("\n\n- ");
        text = HTML_TAG.matcher(text).replaceAll("");
        text = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        StringBuilder lines = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(BLANKS.matcher(paragraph.strip()).replaceAll(" "));
        }
        return lines.toString().strip();
    }
}

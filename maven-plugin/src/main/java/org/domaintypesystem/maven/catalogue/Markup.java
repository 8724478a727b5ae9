package org.domaintypesystem.maven.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements, of HTML and of SVG: always well-formed, and whatever the text is, it is shown as text. */
final class Markup {
    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts a document. */
    Markup(String prolog) {
        out = new StringBuilder(prolog);
    }

    /** Opens an element; attributes are names, each followed by its value. */
    Markup open(String name, String... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes an element that can have no content. */
    Markup empty(String name, String... attributes) {
        tag(name, attributes).append("/>");
        return this;
    }

    /** Writes an element with text in it. */
    Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Writes what has a language of its own: neither markup nor references to characters. */
    Markup code(String name, String code) {
        if (code.indexOf('<') >= 0 || code.indexOf('&') >= 0) {
            throw new IllegalArgumentException("this would be read as markup in " + name);
        }
        open(name);
        out.append(code);
        return close();
    }

    /** Ends the line, where white space is not shown. */
    Markup line() {
        out.append('\n');
        return this;
    }

    /** The document, all of whose elements are closed. */
    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private StringBuilder tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return out;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(Characters.shown(c));
            }
        });
        return escaped.toString();
    }
}

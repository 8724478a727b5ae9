package org.domaintypesystem.schema;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.schema.CapnpToken.Kind;
import org.domaintypesystem.schema.CapnpToken.Position;

/** Cuts a schema file into tokens. A comment becomes part of the token that it follows without a blank line between. */
final class CapnpTokenizer {
    private static final String SIGNS = "@:;{}().,=$*[]<>+-";

    private final String file;
    private final String text;
    private final List<CapnpToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private CapnpTokenizer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** All tokens of the file; the last one is its end. */
    static List<CapnpToken> tokens(String file, String text) {
        CapnpTokenizer tokenizer = new CapnpTokenizer(file, text);
        tokenizer.skipByteOrderMark();
        tokenizer.comment();
        while (tokenizer.at < text.length()) {
            tokenizer.token();
        }
        tokenizer.tokens.add(new CapnpToken(Kind.END, "", tokenizer.position(), ""));
        return List.copyOf(tokenizer.tokens);
    }

    private void token() {
        Position position = position();
        char c = text.charAt(at);
        Kind kind;
        String token;
        if (CapnpNames.isNameCharacter(c)) {
            kind = c <= '9' ? Kind.NUMBER : Kind.NAME;
            token = word();
        } else if (c == '"') {
            kind = Kind.STRING;
            token = string(position);
        } else if (SIGNS.indexOf(c) >= 0) {
            kind = Kind.SIGN;
            token = Character.toString(c);
            at++;
        } else {
            throw position.error("the character '" + Character.toString(text.codePointAt(at))
                    + "' cannot stand here: names consist of ASCII letters and digits");
        }
        tokens.add(new CapnpToken(kind, token, position, comment()));
    }

    private String word() {
        int start = at;
        while (at < text.length() && CapnpNames.isNameCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String string(Position position) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' || c == '\n') {
                throw position.error("expected a string that ends on its line and has no '\\'");
            }
            at++;
        }
        if (at == text.length()) {
            throw position.error("expected a '\"' that ends the string");
        }
        return text.substring(start, at++);
    }

    /** Skips to the next token. The comment it returns starts at most one line below; a blank line ends it. */
    private String comment() {
        List<String> lines = new ArrayList<>();
        int newLines = 0;
        boolean open = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                String comment = commentLine();
                if (open) {
                    lines.add(comment);
                    newLines = 1;
                }
            } else if (c == '\n') {
                newLine();
                newLines++;
                open &= newLines < 2;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else {
                break;
            }
        }
        return String.join("\n", lines);
    }

    private String commentLine() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        String comment = text.substring(at + 1, end).stripTrailing();
        at = end;
        if (at < text.length()) {
            newLine();
        }
        return comment.startsWith(" ") ? comment.substring(1) : comment;
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private void skipByteOrderMark() {
        if (text.startsWith("\uFEFF")) {
            at++;
            lineStart++;
        }
    }

    private Position position() {
        return new Position(file, line, at - lineStart + 1);
    }
}

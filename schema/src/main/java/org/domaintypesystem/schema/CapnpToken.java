package org.domaintypesystem.schema;

/**
 * A word or sign of a schema file.
 *
 * @param text the token itself; of a string what stands between the quotes
 * @param comment the text of the comment that belongs to what this token ends or opens; empty if there is none
 */
record CapnpToken(Kind kind, String text, Position position, String comment) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    /** Where a token starts; line and column count from 1. */
    record Position(String file, int line, int column) {
        SchemaSyntaxException error(String problem) {
            return new SchemaSyntaxException(file, line, column, problem);
        }
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** The token as a message shows it. */
    String shown() {
        if (kind == Kind.END) {
            return "the end of the file";
        }
        return kind == Kind.STRING ? '"' + text + '"' : '\'' + text + '\'';
    }
}

package org.domaintypesystem.schema;

/** A schema file that cannot be read: says where, and what was expected there. */
public final class SchemaSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;

    SchemaSyntaxException(String file, int line, int column, String problem) {
        super(file + ':' + line + ':' + column + ": " + problem);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** The path of the file, as it was asked for. */
    public String file() {
        return file;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in characters, from 1. */
    public int column() {
        return column;
    }
}

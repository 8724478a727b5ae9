package org.domaintypesystem.schema.compatibility;

/** What a change does to a program that reads what one with the other version of the schema wrote. */
public enum Impact {
    /** It reads everything that it knows of. */
    HARMLESS,
    /** It reads the message, but may meet something that it does not know, or take one value for another. */
    RISKY,
    /** It reads something wrong, or nothing. */
    BREAKING
}

package org.domaintypesystem.dynamic;

/** How JSON looks. */
public enum JsonStyle {
    /** On one line, without a space. */
    COMPACT,
    /** A line for each member of an object, indented by two spaces. */
    PRETTY
}

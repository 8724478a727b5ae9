package org.domaintypesystem.dynamic;

/** What an {@code AnyPointer} reads as, if it is not null: the schema does not say what is there, so nobody looks. */
public enum DynamicPointer {
    /** Something is there. */
    OPAQUE
}

package org.domaintypesystem.engine;

/** Whether messages of a shape can be read here. */
public enum Readability {
    /** They can, or nobody knows better. */
    READABLE,
    /** They cannot, by what is listened to. */
    INCOMPATIBLE,
    /** Their schema has been asked for: they wait. */
    AWAITED
}

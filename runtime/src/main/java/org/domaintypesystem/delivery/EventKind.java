package org.domaintypesystem.delivery;

/** What became of messages that are not delivered. */
public enum EventKind {
    /** The network lost them. */
    MISSING,
    /** They came, and were dropped since the queue was full. */
    DROPPED,
    /** They came, and are of a shape that cannot be read here. */
    INCOMPATIBLE,
    /** They were reported missing, and came late. */
    LATE
}

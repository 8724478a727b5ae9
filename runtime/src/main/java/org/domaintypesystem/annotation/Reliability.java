package org.domaintypesystem.annotation;

/** What publishers of a type do about messages that get lost on their way. */
public enum Reliability {
    /** Nothing: a lost message is reported to those who miss it. */
    BEST_EFFORT,

    /**
     * They keep what they have sent for a while, and send it again to those who miss it. These wait for it, so that their
     * messages come in order, and are told what could not be had in time.
     */
    RELIABLE
}

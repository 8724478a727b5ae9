package org.domaintypesystem.processor.model;

/** How Java says that a value is not there. */
public enum Absence {
    /** Not at all: null is refused when it is written, and what is absent reads as empty where that exists. */
    NEVER,
    /** By null. */
    NULL,
    /** By an empty {@code Optional}. */
    OPTIONAL,
    /** By an empty {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}. */
    OPTIONAL_NUMBER
}

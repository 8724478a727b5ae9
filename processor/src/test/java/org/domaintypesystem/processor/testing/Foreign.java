package org.domaintypesystem.processor.testing;

import org.domaintypesystem.annotation.DtsValue;

/** Annotated, and compiled without the processor: as in a library whose build lacks it. */
@DtsValue
public record Foreign(int number) {}

package org.domaintypesystem.testkit.proof;

import org.domaintypesystem.annotation.DtsType;

/** Of any length. */
@DtsType
record Letter(long number, String text) {}

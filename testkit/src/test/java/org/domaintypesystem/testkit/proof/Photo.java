package org.domaintypesystem.testkit.proof;

import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** Of any size, and none may get lost. */
@DtsType(delivery = Reliability.RELIABLE)
record Photo(long number, String pixels) {}

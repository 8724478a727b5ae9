package org.domaintypesystem.testkit.proof;

import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** Small, and none may get lost. */
@DtsType(delivery = Reliability.RELIABLE)
record Invoice(long number, int cents, String customer) {}

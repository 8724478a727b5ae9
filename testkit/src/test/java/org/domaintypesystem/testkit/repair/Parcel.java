package org.domaintypesystem.testkit.repair;

import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** Of any size; none may get lost. */
@DtsType(delivery = Reliability.RELIABLE)
record Parcel(long number, byte[] content) {}

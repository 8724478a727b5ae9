package org.domaintypesystem.testkit.keys;

import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** What must not get lost. */
@DtsType(delivery = Reliability.RELIABLE)
record Mash(int number, byte[] filling) {}

package org.domaintypesystem.testkit.keys;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Retain;

/** How things are. */
@DtsType(retain = Retain.LAST)
record Tank(@DtsKey int number, int level, byte[] filling) {}

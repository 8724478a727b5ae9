package org.domaintypesystem.testkit;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;
import org.domaintypesystem.annotation.Retain;

/** Of which in these tests every change counts, and how things are. */
@DtsType(retain = Retain.LAST, delivery = Reliability.RELIABLE)
record Stock(@DtsKey int shelf, int number) {}

package org.domaintypesystem.testkit;

import org.domaintypesystem.annotation.DtsType;

/** What nodes tell each other in these tests. */
@DtsType
record Reading(int number) {}

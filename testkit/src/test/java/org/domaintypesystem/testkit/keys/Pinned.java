package org.domaintypesystem.testkit.keys;

import org.domaintypesystem.annotation.DtsType;

/** Whose id does not follow from its name. */
@DtsType(id = 0x8000_0000_0000_0123L)
record Pinned(int number) {}

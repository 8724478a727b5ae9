package org.domaintypesystem.testkit.hosts;

import org.domaintypesystem.annotation.DtsType;

/** What nodes tell each other in these tests. */
@DtsType
record Count(int number) {}

package org.domaintypesystem.testkit.proof;

import org.domaintypesystem.annotation.DtsType;

/** Small. */
@DtsType
record Alarm(boolean raised, int level, String place) {}

package org.domaintypesystem.testkit.keys;

import org.domaintypesystem.annotation.DtsType;

/** What not everybody is to read. */
@DtsType
record Recipe(int number, String text) {}

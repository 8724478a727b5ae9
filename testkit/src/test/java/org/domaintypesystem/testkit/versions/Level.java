package org.domaintypesystem.testkit.versions;

import org.domaintypesystem.annotation.DtsType;

/** A type as the programs of these tests were compiled with it; {@link Versions} has others. */
@DtsType(namespace = "brewery")
record Level(String tank, double litres) {}

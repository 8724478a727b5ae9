package org.domaintypesystem.testkit.proof;

import java.util.List;
import org.domaintypesystem.annotation.DtsType;

/** A list, and pointers in a list. */
@DtsType
record Curve(double step, List<String> names, List<Integer> points) {}

package org.domaintypesystem.benchmarks.codec.message;

import java.util.List;
import org.domaintypesystem.annotation.DtsValue;

/** The long message: many numbers and many texts. */
@DtsValue
@SuppressWarnings("ArrayRecordComponent")
public record BigList(int[] numbers, double[] measures, List<String> names) {}

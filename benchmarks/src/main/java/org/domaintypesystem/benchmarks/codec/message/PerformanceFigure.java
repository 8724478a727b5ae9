package org.domaintypesystem.benchmarks.codec.message;

import java.util.List;
import org.domaintypesystem.annotation.DtsValue;

@DtsValue
public record PerformanceFigure(byte octaneRating, List<Acceleration> accelerations) {}

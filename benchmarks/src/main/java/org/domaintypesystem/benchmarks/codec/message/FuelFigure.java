package org.domaintypesystem.benchmarks.codec.message;

import org.domaintypesystem.annotation.DtsValue;

@DtsValue
public record FuelFigure(short speed, float mpg, String usage) {}

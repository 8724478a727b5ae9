package org.domaintypesystem.benchmarks.codec.message;

import org.domaintypesystem.annotation.DtsValue;

@DtsValue
public record Acceleration(short mph, float seconds) {}

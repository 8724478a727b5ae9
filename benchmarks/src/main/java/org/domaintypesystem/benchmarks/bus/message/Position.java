package org.domaintypesystem.benchmarks.bus.message;

import org.domaintypesystem.annotation.DtsType;

/** The small message: numbers, 64 bytes. */
@DtsType
public record Position(int source, long sequence, double x, double y, double z, double vx, double vy, double vz) {}

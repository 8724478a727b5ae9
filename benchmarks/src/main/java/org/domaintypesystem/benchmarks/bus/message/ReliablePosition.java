package org.domaintypesystem.benchmarks.bus.message;

import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** As {@link Position}, and sent again where it got lost. */
@DtsType(delivery = Reliability.RELIABLE)
public record ReliablePosition(
        int source, long sequence, double x, double y, double z, double vx, double vy, double vz) {}

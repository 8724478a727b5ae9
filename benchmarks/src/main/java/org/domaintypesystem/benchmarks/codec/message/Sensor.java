package org.domaintypesystem.benchmarks.codec.message;

import org.domaintypesystem.annotation.DtsValue;

/** The small message: numbers, a flag, an enum and a short text. */
@DtsValue
public record Sensor(
        long timestampNanos,
        int sensorId,
        double celsius,
        float humidity,
        short status,
        boolean ok,
        TemperatureUnit unit,
        String name) {}

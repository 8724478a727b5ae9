package org.domaintypesystem.benchmarks.codec.message;

import java.util.List;
import org.domaintypesystem.annotation.DtsValue;

/** The nested message, after the example that comes with SBE. */
@DtsValue
@SuppressWarnings("ArrayRecordComponent")
public record Car(
        long serialNumber,
        short modelYear,
        boolean available,
        CarClass carClass,
        int[] someNumbers,
        Engine engine,
        List<FuelFigure> fuelFigures,
        List<PerformanceFigure> performanceFigures,
        String manufacturer,
        String model,
        String activationCode) {}

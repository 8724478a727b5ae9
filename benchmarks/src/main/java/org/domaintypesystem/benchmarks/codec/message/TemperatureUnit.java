package org.domaintypesystem.benchmarks.codec.message;

import org.domaintypesystem.annotation.DtsValue;

@DtsValue
public enum TemperatureUnit {
    CELSIUS,
    FAHRENHEIT,
    KELVIN
}

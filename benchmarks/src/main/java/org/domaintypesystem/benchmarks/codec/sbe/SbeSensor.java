package org.domaintypesystem.benchmarks.codec.sbe;

import org.agrona.concurrent.UnsafeBuffer;
import org.domaintypesystem.benchmarks.codec.Contender;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.message.Sensor;
import org.domaintypesystem.benchmarks.codec.message.TemperatureUnit;
import org.domaintypesystem.benchmarks.codec.sbe.generated.Flag;
import org.domaintypesystem.benchmarks.codec.sbe.generated.MessageHeaderDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.MessageHeaderEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.SensorMessageDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.SensorMessageEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.UnitCode;

public final class SbeSensor extends Contender {
    private final Sensor value = Samples.sensor();
    private final UnsafeBuffer bytes = new UnsafeBuffer(buffer);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final SensorMessageEncoder encoder = new SensorMessageEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final SensorMessageDecoder decoder = new SensorMessageDecoder();
    private final UnsafeBuffer text = new UnsafeBuffer();

    @Override
    public Object value() {
        return value;
    }

    @Override
    public int encode() {
        encoder.wrapAndApplyHeader(bytes, 0, headerEncoder)
                .timestampNanos(value.timestampNanos())
                .celsius(value.celsius())
                .sensorId(value.sensorId())
                .humidity(value.humidity())
                .status(value.status())
                .ok(value.ok() ? Flag.YES : Flag.NO)
                .unit(code(value.unit()))
                .name(value.name());
        return encoder.limit();
    }

    private static UnitCode code(TemperatureUnit unit) {
        return switch (unit) {
            case CELSIUS -> UnitCode.CELSIUS;
            case FAHRENHEIT -> UnitCode.FAHRENHEIT;
            case KELVIN -> UnitCode.KELVIN;
        };
    }

    @Override
    public Object decode(int length) {
        SensorMessageDecoder in = decoder.wrapAndApplyHeader(bytes, 0, headerDecoder);
        return new Sensor(
                in.timestampNanos(),
                in.sensorId(),
                in.celsius(),
                in.humidity(),
                in.status(),
                in.ok() == Flag.YES,
                unit(in.unit()),
                in.name());
    }

    private static TemperatureUnit unit(UnitCode code) {
        return switch (code) {
            case CELSIUS -> TemperatureUnit.CELSIUS;
            case FAHRENHEIT -> TemperatureUnit.FAHRENHEIT;
            case KELVIN -> TemperatureUnit.KELVIN;
            case NULL_VAL -> throw new IllegalArgumentException("no unit");
        };
    }

    @Override
    public long access(int length) {
        SensorMessageDecoder in = decoder.wrapAndApplyHeader(bytes, 0, headerDecoder);
        long sum = in.timestampNanos()
                + in.sensorId()
                + Double.doubleToRawLongBits(in.celsius())
                + Float.floatToRawIntBits(in.humidity())
                + in.status()
                + (in.ok() == Flag.YES ? 1 : 0)
                + (in.unit() == UnitCode.CELSIUS ? 1 : 0);
        in.wrapName(text);
        return sum + text.capacity() + text.getByte(0);
    }
}

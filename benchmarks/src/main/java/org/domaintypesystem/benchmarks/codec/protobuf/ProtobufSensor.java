package org.domaintypesystem.benchmarks.codec.protobuf;

import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.message.Sensor;
import org.domaintypesystem.benchmarks.codec.message.TemperatureUnit;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.SensorMessage;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.UnitCode;

public final class ProtobufSensor extends ProtobufContender<SensorMessage> {
    private final Sensor value = Samples.sensor();

    public ProtobufSensor() {
        super(SensorMessage.parser());
    }

    @Override
    public Object value() {
        return value;
    }

    @Override
    SensorMessage message() {
        return SensorMessage.newBuilder()
                .setTimestampNanos(value.timestampNanos())
                .setSensorId(value.sensorId())
                .setCelsius(value.celsius())
                .setHumidity(value.humidity())
                .setStatus(value.status())
                .setOk(value.ok())
                .setUnit(code(value.unit()))
                .setName(value.name())
                .build();
    }

    private static UnitCode code(TemperatureUnit unit) {
        return switch (unit) {
            case CELSIUS -> UnitCode.CELSIUS;
            case FAHRENHEIT -> UnitCode.FAHRENHEIT;
            case KELVIN -> UnitCode.KELVIN;
        };
    }

    @Override
    Object value(SensorMessage message) {
        return new Sensor(
                message.getTimestampNanos(),
                message.getSensorId(),
                message.getCelsius(),
                message.getHumidity(),
                (short) message.getStatus(),
                message.getOk(),
                unit(message.getUnit()),
                message.getName());
    }

    private static TemperatureUnit unit(UnitCode code) {
        return switch (code) {
            case CELSIUS -> TemperatureUnit.CELSIUS;
            case FAHRENHEIT -> TemperatureUnit.FAHRENHEIT;
            case KELVIN -> TemperatureUnit.KELVIN;
            case UNRECOGNIZED -> throw new IllegalArgumentException("no unit");
        };
    }

    @Override
    long sum(SensorMessage message) {
        return message.getTimestampNanos()
                + message.getSensorId()
                + Double.doubleToRawLongBits(message.getCelsius())
                + Float.floatToRawIntBits(message.getHumidity())
                + message.getStatus()
                + (message.getOk() ? 1 : 0)
                + (message.getUnit() == UnitCode.CELSIUS ? 1 : 0)
                + text(message.getNameBytes());
    }
}

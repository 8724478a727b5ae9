package org.domaintypesystem.benchmarks.codec.capnproto;

import org.capnproto.MessageBuilder;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.message.Sensor;
import org.domaintypesystem.benchmarks.codec.message.TemperatureUnit;

public final class CapnprotoSensor extends CapnprotoContender {
    private final Sensor value = Samples.sensor();

    @Override
    public Object value() {
        return value;
    }

    @Override
    void build(MessageBuilder message) {
        SensorStruct.Builder out = message.initRoot(SensorStruct.factory);
        out.setTimestampNanos(value.timestampNanos());
        out.setSensorId(value.sensorId());
        out.setCelsius(value.celsius());
        out.setHumidity(value.humidity());
        out.setStatus(value.status());
        out.setOk(value.ok());
        out.setUnit(value.unit());
        out.setName(value.name());
    }

    @Override
    public Object decode(int length) {
        SensorStruct.Reader in = message(length).getRoot(SensorStruct.factory);
        return new Sensor(
                in.getTimestampNanos(),
                in.getSensorId(),
                in.getCelsius(),
                in.getHumidity(),
                in.getStatus(),
                in.isOk(),
                in.getUnit(),
                in.getName().toString());
    }

    @Override
    public long access(int length) {
        SensorStruct.Reader in = message(length).getRoot(SensorStruct.factory);
        return in.getTimestampNanos()
                + in.getSensorId()
                + Double.doubleToRawLongBits(in.getCelsius())
                + Float.floatToRawIntBits(in.getHumidity())
                + in.getStatus()
                + (in.isOk() ? 1 : 0)
                + (in.getUnit() == TemperatureUnit.CELSIUS ? 1 : 0)
                + text(in.getName());
    }
}

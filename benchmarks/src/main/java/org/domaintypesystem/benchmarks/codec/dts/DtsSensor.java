package org.domaintypesystem.benchmarks.codec.dts;

import org.domaintypesystem.benchmarks.codec.Contender;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.message.Sensor;
import org.domaintypesystem.benchmarks.codec.message.SensorCodec;
import org.domaintypesystem.benchmarks.codec.message.SensorView;
import org.domaintypesystem.benchmarks.codec.message.TemperatureUnit;
import org.domaintypesystem.codec.BytesView;

public final class DtsSensor extends Contender {
    private final Sensor value = Samples.sensor();
    private final SensorView view = new SensorView();

    @Override
    public Object value() {
        return value;
    }

    @Override
    public int encode() {
        return SensorCodec.INSTANCE.encode(value, buffer, 0, buffer.length);
    }

    @Override
    public Object decode(int length) {
        return SensorCodec.INSTANCE.decode(buffer, 0, length);
    }

    @Override
    public long access(int length) {
        SensorView sensor = view.wrap(buffer, 0, length);
        BytesView name = sensor.name();
        return sensor.timestampNanos()
                + sensor.sensorId()
                + Double.doubleToRawLongBits(sensor.celsius())
                + Float.floatToRawIntBits(sensor.humidity())
                + sensor.status()
                + (sensor.ok() ? 1 : 0)
                + (sensor.unit() == TemperatureUnit.CELSIUS ? 1 : 0)
                + name.length()
                + name.byteAt(0);
    }
}

package org.domaintypesystem.benchmarks.codec.objects;

import org.domaintypesystem.benchmarks.codec.message.Acceleration;
import org.domaintypesystem.benchmarks.codec.message.BigList;
import org.domaintypesystem.benchmarks.codec.message.Car;
import org.domaintypesystem.benchmarks.codec.message.CarClass;
import org.domaintypesystem.benchmarks.codec.message.FuelFigure;
import org.domaintypesystem.benchmarks.codec.message.PerformanceFigure;
import org.domaintypesystem.benchmarks.codec.message.Sensor;
import org.domaintypesystem.benchmarks.codec.message.TemperatureUnit;

/** Reads every field of an object: what a view reads, but that texts are characters instead of bytes. */
public final class FieldSum {
    private FieldSum() {}

    public static long of(Object value) {
        if (value instanceof Sensor sensor) {
            return of(sensor);
        }
        if (value instanceof Car car) {
            return of(car);
        }
        return of((BigList) value);
    }

    private static long of(Sensor sensor) {
        return sensor.timestampNanos()
                + sensor.sensorId()
                + Double.doubleToRawLongBits(sensor.celsius())
                + Float.floatToRawIntBits(sensor.humidity())
                + sensor.status()
                + (sensor.ok() ? 1 : 0)
                + (sensor.unit() == TemperatureUnit.CELSIUS ? 1 : 0)
                + text(sensor.name());
    }

    private static long of(Car car) {
        long sum = car.serialNumber()
                + car.modelYear()
                + (car.available() ? 1 : 0)
                + (car.carClass() == CarClass.ESTATE ? 1 : 0);
        for (int number : car.someNumbers()) {
            sum += number;
        }
        sum += car.engine().capacity()
                + car.engine().cylinders()
                + text(car.engine().manufacturerCode());
        for (FuelFigure figure : car.fuelFigures()) {
            sum += figure.speed() + Float.floatToRawIntBits(figure.mpg()) + text(figure.usage());
        }
        for (PerformanceFigure figure : car.performanceFigures()) {
            sum += figure.octaneRating();
            for (Acceleration acceleration : figure.accelerations()) {
                sum += acceleration.mph() + Float.floatToRawIntBits(acceleration.seconds());
            }
        }
        return sum + text(car.manufacturer()) + text(car.model()) + text(car.activationCode());
    }

    private static long of(BigList list) {
        long sum = 0;
        for (int number : list.numbers()) {
            sum += number;
        }
        for (double measure : list.measures()) {
            sum += Double.doubleToRawLongBits(measure);
        }
        for (String name : list.names()) {
            sum += text(name);
        }
        return sum;
    }

    private static long text(String text) {
        return (long) text.length() + text.charAt(0);
    }
}

package org.domaintypesystem.benchmarks.codec.dts;

import org.domaintypesystem.benchmarks.codec.Contender;
import org.domaintypesystem.benchmarks.codec.message.AccelerationView;
import org.domaintypesystem.benchmarks.codec.message.Car;
import org.domaintypesystem.benchmarks.codec.message.CarClass;
import org.domaintypesystem.benchmarks.codec.message.CarCodec;
import org.domaintypesystem.benchmarks.codec.message.CarView;
import org.domaintypesystem.benchmarks.codec.message.EngineView;
import org.domaintypesystem.benchmarks.codec.message.FuelFigureView;
import org.domaintypesystem.benchmarks.codec.message.PerformanceFigureView;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.codec.BytesView;

public final class DtsCar extends Contender {
    private final Car value = Samples.car();
    private final CarView view = new CarView();

    @Override
    public Object value() {
        return value;
    }

    @Override
    public int encode() {
        return CarCodec.INSTANCE.encode(value, buffer, 0, buffer.length);
    }

    @Override
    public Object decode(int length) {
        return CarCodec.INSTANCE.decode(buffer, 0, length);
    }

    @Override
    public long access(int length) {
        CarView car = view.wrap(buffer, 0, length);
        long sum = car.serialNumber()
                + car.modelYear()
                + (car.available() ? 1 : 0)
                + (car.carClass() == CarClass.ESTATE ? 1 : 0);
        int numbers = car.someNumbersSize();
        for (int i = 0; i < numbers; i++) {
            sum += car.someNumbers(i);
        }
        EngineView engine = car.engine();
        sum += engine.capacity() + engine.cylinders() + text(engine.manufacturerCode());
        int fuelFigures = car.fuelFiguresSize();
        for (int i = 0; i < fuelFigures; i++) {
            FuelFigureView figure = car.fuelFigures(i);
            sum += figure.speed() + Float.floatToRawIntBits(figure.mpg()) + text(figure.usage());
        }
        int performanceFigures = car.performanceFiguresSize();
        for (int i = 0; i < performanceFigures; i++) {
            PerformanceFigureView figure = car.performanceFigures(i);
            sum += figure.octaneRating();
            int accelerations = figure.accelerationsSize();
            for (int j = 0; j < accelerations; j++) {
                AccelerationView acceleration = figure.accelerations(j);
                sum += acceleration.mph() + Float.floatToRawIntBits(acceleration.seconds());
            }
        }
        return sum + text(car.manufacturer()) + text(car.model()) + text(car.activationCode());
    }

    private static long text(BytesView text) {
        return (long) text.length() + text.byteAt(0);
    }
}

package org.domaintypesystem.benchmarks.codec.sbe;

import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.domaintypesystem.benchmarks.codec.Contender;
import org.domaintypesystem.benchmarks.codec.message.Acceleration;
import org.domaintypesystem.benchmarks.codec.message.Car;
import org.domaintypesystem.benchmarks.codec.message.CarClass;
import org.domaintypesystem.benchmarks.codec.message.Engine;
import org.domaintypesystem.benchmarks.codec.message.FuelFigure;
import org.domaintypesystem.benchmarks.codec.message.PerformanceFigure;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarClassCode;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageDecoder.FuelFiguresDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageDecoder.PerformanceFiguresDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageDecoder.PerformanceFiguresDecoder.AccelerationsDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageEncoder.FuelFiguresEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageEncoder.PerformanceFiguresEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.CarMessageEncoder.PerformanceFiguresEncoder.AccelerationsEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.EngineBlockDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.Flag;
import org.domaintypesystem.benchmarks.codec.sbe.generated.MessageHeaderDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.MessageHeaderEncoder;

public final class SbeCar extends Contender {
    private final Car value = Samples.car();
    private final UnsafeBuffer bytes = new UnsafeBuffer(buffer);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final CarMessageEncoder encoder = new CarMessageEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final CarMessageDecoder decoder = new CarMessageDecoder();
    private final UnsafeBuffer text = new UnsafeBuffer();

    @Override
    public Object value() {
        return value;
    }

    @Override
    public int encode() {
        CarMessageEncoder out = encoder.wrapAndApplyHeader(bytes, 0, headerEncoder)
                .serialNumber(value.serialNumber())
                .modelYear(value.modelYear())
                .available(value.available() ? Flag.YES : Flag.NO)
                .carClass(code(value.carClass()));
        int[] numbers = value.someNumbers();
        for (int i = 0; i < numbers.length; i++) {
            out.someNumbers(i, numbers[i]);
        }
        Engine engine = value.engine();
        out.engine()
                .capacity(engine.capacity())
                .cylinders(engine.cylinders())
                .manufacturerCode(engine.manufacturerCode());
        List<FuelFigure> fuelFigures = value.fuelFigures();
        FuelFiguresEncoder fuelFigureOut = out.fuelFiguresCount(fuelFigures.size());
        for (int i = 0; i < fuelFigures.size(); i++) {
            FuelFigure figure = fuelFigures.get(i);
            fuelFigureOut.next().speed(figure.speed()).mpg(figure.mpg()).usage(figure.usage());
        }
        List<PerformanceFigure> performanceFigures = value.performanceFigures();
        PerformanceFiguresEncoder performanceFigureOut = out.performanceFiguresCount(performanceFigures.size());
        for (int i = 0; i < performanceFigures.size(); i++) {
            PerformanceFigure figure = performanceFigures.get(i);
            List<Acceleration> accelerations = figure.accelerations();
            AccelerationsEncoder accelerationOut = performanceFigureOut
                    .next()
                    .octaneRating(figure.octaneRating())
                    .accelerationsCount(accelerations.size());
            for (int j = 0; j < accelerations.size(); j++) {
                Acceleration acceleration = accelerations.get(j);
                accelerationOut.next().mph(acceleration.mph()).seconds(acceleration.seconds());
            }
        }
        out.manufacturer(value.manufacturer()).model(value.model()).activationCode(value.activationCode());
        return out.limit();
    }

    private static CarClassCode code(CarClass carClass) {
        return switch (carClass) {
            case COMPACT -> CarClassCode.COMPACT;
            case ESTATE -> CarClassCode.ESTATE;
            case SPORT -> CarClassCode.SPORT;
        };
    }

    // Flyweights move on as they are read: the order of the calls is the order of the message.
    @Override
    public Object decode(int length) {
        CarMessageDecoder in = decoder.wrapAndApplyHeader(bytes, 0, headerDecoder);
        return new Car(
                in.serialNumber(),
                in.modelYear(),
                in.available() == Flag.YES,
                carClass(in.carClass()),
                someNumbers(in),
                engine(in.engine()),
                fuelFigures(in.fuelFigures()),
                performanceFigures(in.performanceFigures()),
                in.manufacturer(),
                in.model(),
                in.activationCode());
    }

    private static CarClass carClass(CarClassCode code) {
        return switch (code) {
            case COMPACT -> CarClass.COMPACT;
            case ESTATE -> CarClass.ESTATE;
            case SPORT -> CarClass.SPORT;
            case NULL_VAL -> throw new IllegalArgumentException("no class");
        };
    }

    private static int[] someNumbers(CarMessageDecoder in) {
        int[] numbers = new int[CarMessageDecoder.someNumbersLength()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.someNumbers(i);
        }
        return numbers;
    }

    private static Engine engine(EngineBlockDecoder in) {
        return new Engine(in.capacity(), in.cylinders(), in.manufacturerCode());
    }

    private static List<FuelFigure> fuelFigures(FuelFiguresDecoder in) {
        FuelFigure[] figures = new FuelFigure[in.count()];
        for (int i = 0; i < figures.length; i++) {
            in.next();
            figures[i] = new FuelFigure(in.speed(), in.mpg(), in.usage());
        }
        return Arrays.asList(figures);
    }

    private static List<PerformanceFigure> performanceFigures(PerformanceFiguresDecoder in) {
        PerformanceFigure[] figures = new PerformanceFigure[in.count()];
        for (int i = 0; i < figures.length; i++) {
            in.next();
            figures[i] = new PerformanceFigure(in.octaneRating(), accelerations(in.accelerations()));
        }
        return Arrays.asList(figures);
    }

    private static List<Acceleration> accelerations(AccelerationsDecoder in) {
        Acceleration[] accelerations = new Acceleration[in.count()];
        for (int i = 0; i < accelerations.length; i++) {
            in.next();
            accelerations[i] = new Acceleration(in.mph(), in.seconds());
        }
        return Arrays.asList(accelerations);
    }

    @Override
    public long access(int length) {
        CarMessageDecoder in = decoder.wrapAndApplyHeader(bytes, 0, headerDecoder);
        long sum = in.serialNumber()
                + in.modelYear()
                + (in.available() == Flag.YES ? 1 : 0)
                + (in.carClass() == CarClassCode.ESTATE ? 1 : 0);
        int numbers = CarMessageDecoder.someNumbersLength();
        for (int i = 0; i < numbers; i++) {
            sum += in.someNumbers(i);
        }
        EngineBlockDecoder engine = in.engine();
        sum += engine.capacity()
                + engine.cylinders()
                + EngineBlockDecoder.manufacturerCodeLength()
                + engine.manufacturerCode(0);
        FuelFiguresDecoder fuelFigures = in.fuelFigures();
        for (int i = fuelFigures.count(); i > 0; i--) {
            fuelFigures.next();
            sum += fuelFigures.speed() + Float.floatToRawIntBits(fuelFigures.mpg());
            fuelFigures.wrapUsage(text);
            sum += text();
        }
        PerformanceFiguresDecoder performanceFigures = in.performanceFigures();
        for (int i = performanceFigures.count(); i > 0; i--) {
            performanceFigures.next();
            sum += performanceFigures.octaneRating();
            AccelerationsDecoder accelerations = performanceFigures.accelerations();
            for (int j = accelerations.count(); j > 0; j--) {
                accelerations.next();
                sum += accelerations.mph() + Float.floatToRawIntBits(accelerations.seconds());
            }
        }
        in.wrapManufacturer(text);
        sum += text();
        in.wrapModel(text);
        sum += text();
        in.wrapActivationCode(text);
        return sum + text();
    }

    private long text() {
        return (long) text.capacity() + text.getByte(0);
    }
}

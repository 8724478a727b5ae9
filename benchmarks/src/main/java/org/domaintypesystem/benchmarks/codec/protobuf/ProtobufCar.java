package org.domaintypesystem.benchmarks.codec.protobuf;

import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.benchmarks.codec.message.Acceleration;
import org.domaintypesystem.benchmarks.codec.message.Car;
import org.domaintypesystem.benchmarks.codec.message.CarClass;
import org.domaintypesystem.benchmarks.codec.message.Engine;
import org.domaintypesystem.benchmarks.codec.message.FuelFigure;
import org.domaintypesystem.benchmarks.codec.message.PerformanceFigure;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.AccelerationMessage;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.CarClassCode;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.CarMessage;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.EngineMessage;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.FuelFigureMessage;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.PerformanceFigureMessage;

public final class ProtobufCar extends ProtobufContender<CarMessage> {
    private final Car value = Samples.car();

    public ProtobufCar() {
        super(CarMessage.parser());
    }

    @Override
    public Object value() {
        return value;
    }

    @Override
    CarMessage message() {
        CarMessage.Builder out = CarMessage.newBuilder()
                .setSerialNumber(value.serialNumber())
                .setModelYear(value.modelYear())
                .setAvailable(value.available())
                .setCarClass(code(value.carClass()))
                .setEngine(message(value.engine()))
                .setManufacturer(value.manufacturer())
                .setModel(value.model())
                .setActivationCode(value.activationCode());
        for (int number : value.someNumbers()) {
            out.addSomeNumbers(number);
        }
        for (FuelFigure figure : value.fuelFigures()) {
            out.addFuelFigures(message(figure));
        }
        for (PerformanceFigure figure : value.performanceFigures()) {
            out.addPerformanceFigures(message(figure));
        }
        return out.build();
    }

    private static CarClassCode code(CarClass carClass) {
        return switch (carClass) {
            case COMPACT -> CarClassCode.COMPACT;
            case ESTATE -> CarClassCode.ESTATE;
            case SPORT -> CarClassCode.SPORT;
        };
    }

    private static EngineMessage message(Engine engine) {
        return EngineMessage.newBuilder()
                .setCapacity(engine.capacity())
                .setCylinders(engine.cylinders())
                .setManufacturerCode(engine.manufacturerCode())
                .build();
    }

    private static FuelFigureMessage message(FuelFigure figure) {
        return FuelFigureMessage.newBuilder()
                .setSpeed(figure.speed())
                .setMpg(figure.mpg())
                .setUsage(figure.usage())
                .build();
    }

    private static PerformanceFigureMessage message(PerformanceFigure figure) {
        PerformanceFigureMessage.Builder out =
                PerformanceFigureMessage.newBuilder().setOctaneRating(figure.octaneRating());
        for (Acceleration acceleration : figure.accelerations()) {
            out.addAccelerations(
                    AccelerationMessage.newBuilder().setMph(acceleration.mph()).setSeconds(acceleration.seconds()));
        }
        return out.build();
    }

    @Override
    Object value(CarMessage message) {
        return new Car(
                message.getSerialNumber(),
                (short) message.getModelYear(),
                message.getAvailable(),
                carClass(message.getCarClass()),
                someNumbers(message),
                engine(message.getEngine()),
                fuelFigures(message),
                performanceFigures(message),
                message.getManufacturer(),
                message.getModel(),
                message.getActivationCode());
    }

    private static CarClass carClass(CarClassCode code) {
        return switch (code) {
            case COMPACT -> CarClass.COMPACT;
            case ESTATE -> CarClass.ESTATE;
            case SPORT -> CarClass.SPORT;
            case UNRECOGNIZED -> throw new IllegalArgumentException("no class");
        };
    }

    private static int[] someNumbers(CarMessage message) {
        int[] numbers = new int[message.getSomeNumbersCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = message.getSomeNumbers(i);
        }
        return numbers;
    }

    private static Engine engine(EngineMessage message) {
        return new Engine((short) message.getCapacity(), (byte) message.getCylinders(), message.getManufacturerCode());
    }

    private static List<FuelFigure> fuelFigures(CarMessage message) {
        FuelFigure[] figures = new FuelFigure[message.getFuelFiguresCount()];
        for (int i = 0; i < figures.length; i++) {
            FuelFigureMessage figure = message.getFuelFigures(i);
            figures[i] = new FuelFigure((short) figure.getSpeed(), figure.getMpg(), figure.getUsage());
        }
        return Arrays.asList(figures);
    }

    private static List<PerformanceFigure> performanceFigures(CarMessage message) {
        PerformanceFigure[] figures = new PerformanceFigure[message.getPerformanceFiguresCount()];
        for (int i = 0; i < figures.length; i++) {
            PerformanceFigureMessage figure = message.getPerformanceFigures(i);
            figures[i] = new PerformanceFigure((byte) figure.getOctaneRating(), accelerations(figure));
        }
        return Arrays.asList(figures);
    }

    private static List<Acceleration> accelerations(PerformanceFigureMessage message) {
        Acceleration[] accelerations = new Acceleration[message.getAccelerationsCount()];
        for (int i = 0; i < accelerations.length; i++) {
            AccelerationMessage acceleration = message.getAccelerations(i);
            accelerations[i] = new Acceleration((short) acceleration.getMph(), acceleration.getSeconds());
        }
        return Arrays.asList(accelerations);
    }

    @Override
    long sum(CarMessage message) {
        long sum = message.getSerialNumber()
                + message.getModelYear()
                + (message.getAvailable() ? 1 : 0)
                + (message.getCarClass() == CarClassCode.ESTATE ? 1 : 0);
        int numbers = message.getSomeNumbersCount();
        for (int i = 0; i < numbers; i++) {
            sum += message.getSomeNumbers(i);
        }
        EngineMessage engine = message.getEngine();
        sum += engine.getCapacity() + engine.getCylinders() + text(engine.getManufacturerCodeBytes());
        int fuelFigures = message.getFuelFiguresCount();
        for (int i = 0; i < fuelFigures; i++) {
            FuelFigureMessage figure = message.getFuelFigures(i);
            sum += figure.getSpeed() + Float.floatToRawIntBits(figure.getMpg()) + text(figure.getUsageBytes());
        }
        int performanceFigures = message.getPerformanceFiguresCount();
        for (int i = 0; i < performanceFigures; i++) {
            PerformanceFigureMessage figure = message.getPerformanceFigures(i);
            sum += figure.getOctaneRating();
            int accelerations = figure.getAccelerationsCount();
            for (int j = 0; j < accelerations; j++) {
                AccelerationMessage acceleration = figure.getAccelerations(j);
                sum += acceleration.getMph() + Float.floatToRawIntBits(acceleration.getSeconds());
            }
        }
        return sum
                + text(message.getManufacturerBytes())
                + text(message.getModelBytes())
                + text(message.getActivationCodeBytes());
    }
}

package org.domaintypesystem.benchmarks.codec.capnproto;

import java.util.Arrays;
import java.util.List;
import org.capnproto.MessageBuilder;
import org.capnproto.PrimitiveList;
import org.capnproto.StructList;
import org.domaintypesystem.benchmarks.codec.message.Acceleration;
import org.domaintypesystem.benchmarks.codec.message.Car;
import org.domaintypesystem.benchmarks.codec.message.CarClass;
import org.domaintypesystem.benchmarks.codec.message.Engine;
import org.domaintypesystem.benchmarks.codec.message.FuelFigure;
import org.domaintypesystem.benchmarks.codec.message.PerformanceFigure;
import org.domaintypesystem.benchmarks.codec.message.Samples;

public final class CapnprotoCar extends CapnprotoContender {
    private final Car value = Samples.car();

    @Override
    public Object value() {
        return value;
    }

    @Override
    void build(MessageBuilder message) {
        CarStruct.Builder out = message.initRoot(CarStruct.factory);
        out.setSerialNumber(value.serialNumber());
        out.setModelYear(value.modelYear());
        out.setAvailable(value.available());
        out.setCarClass(value.carClass());
        int[] numbers = value.someNumbers();
        PrimitiveList.Int.Builder numberOut = out.initSomeNumbers(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            numberOut.set(i, numbers[i]);
        }
        Engine engine = value.engine();
        EngineStruct.Builder engineOut = out.initEngine();
        engineOut.setCapacity(engine.capacity());
        engineOut.setCylinders(engine.cylinders());
        engineOut.setManufacturerCode(engine.manufacturerCode());
        build(value.fuelFigures(), out);
        List<PerformanceFigure> performanceFigures = value.performanceFigures();
        StructList.Builder<PerformanceFigureStruct.Builder> figuresOut =
                out.initPerformanceFigures(performanceFigures.size());
        for (int i = 0; i < performanceFigures.size(); i++) {
            build(performanceFigures.get(i), figuresOut.get(i));
        }
        out.setManufacturer(value.manufacturer());
        out.setModel(value.model());
        out.setActivationCode(value.activationCode());
    }

    private static void build(List<FuelFigure> figures, CarStruct.Builder out) {
        StructList.Builder<FuelFigureStruct.Builder> figuresOut = out.initFuelFigures(figures.size());
        for (int i = 0; i < figures.size(); i++) {
            FuelFigure figure = figures.get(i);
            FuelFigureStruct.Builder figureOut = figuresOut.get(i);
            figureOut.setSpeed(figure.speed());
            figureOut.setMpg(figure.mpg());
            figureOut.setUsage(figure.usage());
        }
    }

    private static void build(PerformanceFigure figure, PerformanceFigureStruct.Builder out) {
        out.setOctaneRating(figure.octaneRating());
        List<Acceleration> accelerations = figure.accelerations();
        StructList.Builder<AccelerationStruct.Builder> accelerationsOut = out.initAccelerations(accelerations.size());
        for (int i = 0; i < accelerations.size(); i++) {
            Acceleration acceleration = accelerations.get(i);
            AccelerationStruct.Builder accelerationOut = accelerationsOut.get(i);
            accelerationOut.setMph(acceleration.mph());
            accelerationOut.setSeconds(acceleration.seconds());
        }
    }

    @Override
    public Object decode(int length) {
        CarStruct.Reader in = message(length).getRoot(CarStruct.factory);
        return new Car(
                in.getSerialNumber(),
                in.getModelYear(),
                in.isAvailable(),
                in.getCarClass(),
                someNumbers(in.getSomeNumbers()),
                engine(in.getEngine()),
                fuelFigures(in.getFuelFigures()),
                performanceFigures(in.getPerformanceFigures()),
                in.getManufacturer().toString(),
                in.getModel().toString(),
                in.getActivationCode().toString());
    }

    private static int[] someNumbers(PrimitiveList.Int.Reader in) {
        int[] numbers = new int[in.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.get(i);
        }
        return numbers;
    }

    private static Engine engine(EngineStruct.Reader in) {
        return new Engine(
                in.getCapacity(), in.getCylinders(), in.getManufacturerCode().toString());
    }

    private static List<FuelFigure> fuelFigures(StructList.Reader<FuelFigureStruct.Reader> in) {
        FuelFigure[] figures = new FuelFigure[in.size()];
        for (int i = 0; i < figures.length; i++) {
            FuelFigureStruct.Reader figure = in.get(i);
            figures[i] = new FuelFigure(
                    figure.getSpeed(), figure.getMpg(), figure.getUsage().toString());
        }
        return Arrays.asList(figures);
    }

    private static List<PerformanceFigure> performanceFigures(StructList.Reader<PerformanceFigureStruct.Reader> in) {
        PerformanceFigure[] figures = new PerformanceFigure[in.size()];
        for (int i = 0; i < figures.length; i++) {
            PerformanceFigureStruct.Reader figure = in.get(i);
            figures[i] = new PerformanceFigure(figure.getOctaneRating(), accelerations(figure.getAccelerations()));
        }
        return Arrays.asList(figures);
    }

    private static List<Acceleration> accelerations(StructList.Reader<AccelerationStruct.Reader> in) {
        Acceleration[] accelerations = new Acceleration[in.size()];
        for (int i = 0; i < accelerations.length; i++) {
            AccelerationStruct.Reader acceleration = in.get(i);
            accelerations[i] = new Acceleration(acceleration.getMph(), acceleration.getSeconds());
        }
        return Arrays.asList(accelerations);
    }

    @Override
    public long access(int length) {
        CarStruct.Reader in = message(length).getRoot(CarStruct.factory);
        long sum = in.getSerialNumber()
                + in.getModelYear()
                + (in.isAvailable() ? 1 : 0)
                + (in.getCarClass() == CarClass.ESTATE ? 1 : 0);
        PrimitiveList.Int.Reader numbers = in.getSomeNumbers();
        for (int i = 0; i < numbers.size(); i++) {
            sum += numbers.get(i);
        }
        EngineStruct.Reader engine = in.getEngine();
        sum += engine.getCapacity() + engine.getCylinders() + text(engine.getManufacturerCode());
        StructList.Reader<FuelFigureStruct.Reader> fuelFigures = in.getFuelFigures();
        for (int i = 0; i < fuelFigures.size(); i++) {
            FuelFigureStruct.Reader figure = fuelFigures.get(i);
            sum += figure.getSpeed() + Float.floatToRawIntBits(figure.getMpg()) + text(figure.getUsage());
        }
        StructList.Reader<PerformanceFigureStruct.Reader> performanceFigures = in.getPerformanceFigures();
        for (int i = 0; i < performanceFigures.size(); i++) {
            PerformanceFigureStruct.Reader figure = performanceFigures.get(i);
            sum += figure.getOctaneRating();
            StructList.Reader<AccelerationStruct.Reader> accelerations = figure.getAccelerations();
            for (int j = 0; j < accelerations.size(); j++) {
                AccelerationStruct.Reader acceleration = accelerations.get(j);
                sum += acceleration.getMph() + Float.floatToRawIntBits(acceleration.getSeconds());
            }
        }
        return sum + text(in.getManufacturer()) + text(in.getModel()) + text(in.getActivationCode());
    }
}

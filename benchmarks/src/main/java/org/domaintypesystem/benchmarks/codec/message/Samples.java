package org.domaintypesystem.benchmarks.codec.message;

import java.util.List;
import java.util.stream.IntStream;

/** The values that the benchmark carries. Their sizes in Cap'n Proto are 72, 376 and 14 920 bytes. */
public final class Samples {
    /** Of which they are, for formats that want to know. */
    public static final List<Class<?>> CLASSES = List.of(
            Sensor.class,
            TemperatureUnit.class,
            Car.class,
            CarClass.class,
            Engine.class,
            FuelFigure.class,
            PerformanceFigure.class,
            Acceleration.class,
            BigList.class);

    private Samples() {}

    public static Sensor sensor() {
        return new Sensor(
                1_790_000_000_123_456_789L,
                4_711,
                64.25,
                48.5f,
                (short) 200,
                true,
                TemperatureUnit.CELSIUS,
                "mash-tun-001");
    }

    public static Car car() {
        return new Car(
                1_234_567_890_123L,
                (short) 2026,
                true,
                CarClass.ESTATE,
                new int[] {1, 2, 3, 4, 5},
                new Engine((short) 1_984, (byte) 4, "EA8"),
                List.of(
                        new FuelFigure((short) 30, 35.9f, "Urban Cycle"),
                        new FuelFigure((short) 55, 49.0f, "Combined Cycle"),
                        new FuelFigure((short) 75, 40.0f, "Highway Cycle")),
                List.of(
                        new PerformanceFigure(
                                (byte) 95,
                                List.of(
                                        new Acceleration((short) 30, 4.0f),
                                        new Acceleration((short) 60, 7.5f),
                                        new Acceleration((short) 100, 12.2f))),
                        new PerformanceFigure(
                                (byte) 99,
                                List.of(
                                        new Acceleration((short) 30, 3.8f),
                                        new Acceleration((short) 60, 7.1f),
                                        new Acceleration((short) 100, 11.8f)))),
                "Škoda",
                "Octavia RS",
                "abcdef");
    }

    public static BigList bigList() {
        int[] numbers = IntStream.range(0, 1_000).map(i -> i * 7_919).toArray();
        double[] measures = IntStream.range(0, 1_000).mapToDouble(i -> i * 0.25).toArray();
        // 12 to 21 characters: two words of Cap'n Proto for four texts of ten, three words for the others.
        List<String> names = IntStream.range(0, 100)
                .mapToObj(i -> "station-%04d".formatted(i) + "abcdefghi".substring(0, i % 10))
                .toList();
        return new BigList(numbers, measures, names);
    }
}

package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DynamicPublisher;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole shifts, with real processes on the loopback interface. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BreweryTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Site site;

    @BeforeEach
    void findAPort() throws IOException {
        try (DatagramSocket free = new DatagramSocket()) {
            site = new Site("127.0.0.1", free.getLocalPort(), 0);
        }
    }

    @Test
    void everyMessageArrives() throws Exception {
        int code = shift(Duration.ofSeconds(3), TemperatureSensor.class, PressureSensor.class, PumpSensor.class);

        assertThat(code).as("%s%s", out, err).isEqualTo(Brewery.ALL_ARRIVED);
        assertThat(out.toString()).contains("Temperature", "Pressure", "PumpStatus", "FlowRate");
        assertThat(out.toString()).endsWith("Every message arrived." + System.lineSeparator());
        assertThat(err.toString()).isEmpty();

        List<String> pumps = Files.readAllLines(directory.resolve("PumpStatus.csv"));
        assertThat(pumps.get(0)).isEqualTo("sequence,pump,state,rpm,at");
        assertThat(pumps.get(1)).startsWith("1,transfer,STOPPED,0,");
        assertThat(directory.resolve("Temperature.csv")).content().contains("mash-tun");
        assertThat(directory.resolve("Pressure.csv")).content().contains("fermenter");
        assertThat(directory.resolve("FlowRate.csv")).content().contains("bottling");
        assertThat(directory.resolve("OfficeDashboard.log"))
                .as("a dashboard that came late")
                .content()
                .contains("Brew ", "junmai");
        assertThat(directory.resolve("Dashboard.log")).content().contains("mash-tun", "FlowRate", "Shift over.");
    }

    @Test
    void everyMessageArrivesThoughATenthOfAllDatagramsGetsLost() throws Exception {
        site = new Site(site.networkInterface(), site.port(), 0.1);
        int code = shift(
                Duration.ofSeconds(4), List.of(Program.hydrometer()), TemperatureSensor.class, PressureSensor.class);

        assertThat(code).as("%s%s", out, err).isEqualTo(Brewery.ALL_ARRIVED);
        assertThat(out.toString()).contains("10 % got lost", "hydrometer.Gravity");
        for (String type : List.of("Temperature", "Pressure", "hydrometer.Gravity")) {
            assertThat(directory.resolve(type + ".csv")).content().doesNotContain("# lost");
        }
    }

    @Test
    void everyLineOfAFileIsAMessage() throws Exception {
        shift(Duration.ofSeconds(1), TemperatureSensor.class);

        List<String> lines = Files.readAllLines(directory.resolve("Temperature.csv"));
        String summary = out.toString()
                .lines()
                .filter(line -> line.startsWith("Temperature"))
                .findFirst()
                .orElseThrow();
        assertThat(summary.split(" +")[1]).isEqualTo(String.valueOf(lines.size() - 1));
    }

    @Test
    void aLoggerCompiledBeforeTheSensorsType() throws Exception {
        assertThat(getClass().getResource("/hydrometer"))
                .as("the logger's class path")
                .isNull();

        int code = shift(Duration.ofSeconds(4), List.of(Program.hydrometer()), TemperatureSensor.class);

        assertThat(code).as("%s%s", out, err).isEqualTo(Brewery.ALL_ARRIVED);
        List<String> lines = Files.readAllLines(directory.resolve("hydrometer.Gravity.csv"));
        String last = lines.get(lines.size() - 1);
        assertThat(lines).startsWith("sequence,tank,plato,at");
        assertThat(last).matches("[0-9]+,tank 3,1?[0-9]\\.[0-9]+,[0-9]{19}");
        assertThat(out.toString()).containsPattern("hydrometer\\.Gravity +" + last.split(",")[0] + " ");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".csv") && !name.endsWith("-bytes.csv")))
                    .as("nothing is written twice, nor what the brewery says about itself")
                    .containsExactlyInAnyOrder(
                            "Temperature.csv",
                            "Pressure.csv",
                            "PumpStatus.csv",
                            "FlowRate.csv",
                            "hydrometer.Gravity.csv");
        }
    }

    @Test
    void aMissingMessageOfATypeThatNobodyWasCompiledWithIsNoticed() throws Exception {
        int code = shift(Duration.ofSeconds(1), List.of(Program.of(LeakyStranger.class)), TemperatureSensor.class);

        assertThat(code).as("%s%s", out, err).isEqualTo(Brewery.SOME_LOST);
        assertThat(out.toString()).containsPattern("maker\\.Level +11 +10 +1 ");
    }

    @Test
    void aMissingMessageIsNoticed() throws Exception {
        int code = shift(Duration.ofSeconds(1), LeakySensor.class);

        assertThat(code).as("%s%s", out, err).isEqualTo(Brewery.SOME_LOST);
        assertThat(err.toString()).contains("Messages were lost.");
        assertThat(out.toString()).doesNotContain("Every message arrived.");
    }

    @Test
    void aSensorThatDiesIsNoticed() throws Exception {
        int code = shift(Duration.ofMinutes(1), TemperatureSensor.class, MortalSensor.class);

        assertThat(code).as("%s%s", out, err).isEqualTo(Brewery.FAILED);
        assertThat(err.toString()).contains("The shift failed: MortalSensor ended before the shift was over");
    }

    @Test
    void anotherBreweryIsNoticed() throws Exception {
        CountDownLatch isDone = new CountDownLatch(1);
        try (Dts other = site.join("another brewery")) {
            ShiftPublisher shifts = new ShiftPublisher(other);
            Thread otherBrewery = new Thread(() -> {
                try {
                    do {
                        shifts.publish(ShiftPhase.RUNNING, 1, "");
                    } while (!isDone.await(20, TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            otherBrewery.start();
            int code = shift(Duration.ofSeconds(1), TemperatureSensor.class);
            isDone.countDown();
            otherBrewery.join();

            assertThat(code).isEqualTo(Brewery.FAILED);
            assertThat(err.toString()).contains("another brewery on port " + site.port());
        }
    }

    private int shift(Duration duration, Class<?>... sensors) throws IOException, InterruptedException {
        return shift(duration, List.of(Program.of(FlowRateSensor.class)), sensors);
    }

    private int shift(Duration duration, List<Program> latecomers, Class<?>... sensors)
            throws IOException, InterruptedException {
        List<Program> programs = Stream.of(sensors).map(Program::of).toList();
        Plan plan = new Plan(site, programs, latecomers, duration, directory, false);
        return new Brewery(plan, new PrintStream(out), new PrintStream(err)).run();
    }

    /** Believes that it has published what it has not. */
    static final class LeakySensor {
        private LeakySensor() {}

        public static void main(String[] args) throws InterruptedException {
            Sensor.run(
                    Temperature.class,
                    "leaky",
                    50,
                    TemperaturePublisher::new,
                    (temperatures, number) -> number % 3 == 0 || temperatures.publish("leaky", number, Instant.now()));
        }
    }

    /** Has a type that there is no class of, and publishes a message less than it says. */
    static final class LeakyStranger {
        private LeakyStranger() {}

        public static void main(String[] args) throws InterruptedException {
            DynamicCodec levels = Levels.codec("litres @0 :Float64;");
            try (Dts dts = Dts.builder().name("leaky stranger").join()) {
                ShiftClock shift = ShiftClock.listen(dts);
                DynamicPublisher publisher = new DynamicPublisher(dts, levels);
                publisher.answer((question, answer) -> {});
                Pace pace = new Pace(50);
                while (!isListenedTo(dts, levels.type())) {
                    pace.await();
                }
                for (int litres = 1; litres <= 10; litres++) {
                    publisher.publish(levels.builder().set("litres", litres).build());
                }
                SensorReportPublisher reports = new SensorReportPublisher(dts);
                for (; !shift.isOver(); pace.await()) {
                    reports.publish("leaky stranger", levels.type().name(), 11);
                }
            }
        }

        private static boolean isListenedTo(Dts dts, TypeDescriptor type) {
            return dts.types().stream()
                    .anyMatch(each ->
                            each.name().equals(type.name()) && !each.listeners().isEmpty());
        }
    }

    /** Dies after a few messages. */
    static final class MortalSensor {
        private MortalSensor() {}

        public static void main(String[] args) throws InterruptedException {
            Sensor.run(Pressure.class, "mortal", 50, PressurePublisher::new, (pressures, number) -> {
                if (number == 5) {
                    Runtime.getRuntime().halt(137);
                }
                return pressures.publish("mortal", number, Instant.now());
            });
        }
    }
}

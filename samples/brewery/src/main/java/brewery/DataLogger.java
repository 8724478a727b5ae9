package brewery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;

/** Writes what it hears to files, one for each type: also of types that did not exist when it was compiled. */
final class DataLogger {
    /** A disk may be slow for a moment. */
    private static final Delivery PATIENT = Delivery.queue(16_384);

    /** What it was compiled with: what sensors measure, and what the brewery says about itself, of which nothing is written. */
    private static final Set<String> KNOWN = Stream.of(
                    TemperatureCodec.INSTANCE,
                    PressureCodec.INSTANCE,
                    PumpStatusCodec.INSTANCE,
                    FlowRateCodec.INSTANCE,
                    BrewCodec.INSTANCE,
                    ShiftCodec.INSTANCE,
                    SensorReportCodec.INSTANCE,
                    StationReportCodec.INSTANCE)
            .map(codec -> codec.type().name())
            .collect(Collectors.toUnmodifiableSet());

    private DataLogger() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        try (Dts dts = Site.ofProcess().join("logger")) {
            Tally tally = new Tally();
            CsvFile<Temperature> temperatures = new CsvFile<>(
                    directory.resolve("Temperature.csv"),
                    List.of("sensor", "celsius", "at"),
                    t -> List.of(t.sensor(), t.celsius(), t.at()));
            CsvFile<Pressure> pressures = new CsvFile<>(
                    directory.resolve("Pressure.csv"),
                    List.of("vessel", "kilopascals", "at"),
                    p -> List.of(p.vessel(), p.kilopascals(), p.at()));
            CsvFile<PumpStatus> pumps = new CsvFile<>(
                    directory.resolve("PumpStatus.csv"),
                    List.of("pump", "state", "rpm", "at"),
                    p -> List.of(p.pump(), p.state(), p.rpm(), p.at()));
            CsvFile<FlowRate> flows = new CsvFile<>(
                    directory.resolve("FlowRate.csv"),
                    List.of("pipe", "litresPerMinute", "at"),
                    f -> List.of(f.pipe(), f.litresPerMinute(), f.at()));

            TemperatureListener.subscribe(dts, tally.counting(Temperature.class, temperatures), PATIENT);
            PressureListener.subscribe(dts, tally.counting(Pressure.class, pressures), PATIENT);
            PumpStatusListener.subscribe(dts, tally.counting(PumpStatus.class, pumps), PATIENT);
            FlowRateListener.subscribe(dts, tally.counting(FlowRate.class, flows), PATIENT);
            dts.listenAny(new UnknownTypes(directory, KNOWN, tally), PATIENT);

            new Station(dts, tally).workUntilOver(() -> {});
        }
    }
}

package brewery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What happens in a shift.
 *
 * @param sensors start when the logger and the dashboard listen
 * @param latecomers start one after another, from half-way on
 * @param directory where files go
 * @param isOnScreen whether the dashboard has the terminal; else it writes to a file
 */
record Plan(
        Site site,
        List<Program> sensors,
        List<Program> latecomers,
        Duration duration,
        Path directory,
        boolean isOnScreen) {
    static Plan demo(Path directory) {
        return new Plan(
                Site.ofProcess(),
                List.of(
                        Program.of(TemperatureSensor.class),
                        Program.of(PressureSensor.class),
                        Program.of(PumpSensor.class)),
                List.of(Program.of(FlowRateSensor.class), Program.hydrometer()),
                Duration.ofSeconds(15),
                directory,
                true);
    }
}

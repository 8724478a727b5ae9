package brewery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What happens in a shift.
 *
 * @param sensors start when the logger and the dashboard listen
 * @param latecomer starts half-way
 * @param directory where files go
 * @param isOnScreen whether the dashboard has the terminal; else it writes to a file
 */
record Plan(
        Site site, List<Class<?>> sensors, Class<?> latecomer, Duration duration, Path directory, boolean isOnScreen) {
    static Plan demo(Path directory) {
        return new Plan(
                Site.ofProcess(),
                List.of(TemperatureSensor.class, PressureSensor.class, PumpSensor.class),
                FlowRateSensor.class,
                Duration.ofSeconds(15),
                directory,
                true);
    }
}

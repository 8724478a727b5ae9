package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardTest {
    @Test
    void aRowForEverySensor() {
        List<String> lines = Dashboard.lines(
                new Shift(ShiftPhase.RUNNING, 7, "Plugged in: FlowRateSensor"),
                List.of(new Count("FlowRate", 2, 90, 0), new Count("Temperature", 1, 1200, 3)),
                Map.of(
                        1L, new Dashboard.Reading("mash-tun", "64.50 C"),
                        2L, new Dashboard.Reading("bottling", "31.0 l/min")),
                Map.of(1L, 1100L),
                0.5);

        assertThat(lines)
                .containsExactly(
                        "",
                        "Sake brewery, 7 s to go. Plugged in: FlowRateSensor",
                        "type         place     reading     messages  per second  missed",
                        "FlowRate     bottling  31.0 l/min        90         180       0",
                        "Temperature  mash-tun  64.50 C         1200         200       3");
    }

    @Test
    void lossesOfASenderNeverHeard() {
        assertThat(Dashboard.lines(
                        new Shift(ShiftPhase.RUNNING, 7, ""),
                        List.of(new Count("Pressure", 5, 0, 2)),
                        Map.of(),
                        Map.of(),
                        1))
                .last()
                .asString()
                .matches("Pressure +\\? +0 +0 +2");
    }
}

package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final List<String> STATIONS = List.of("logger", "dashboard");

    private final Reports reports = new Reports();

    @Test
    void readyWhenAllStationsHaveSpoken() {
        reports.station("logger", List.of());
        assertThat(reports.areStationsReady(STATIONS)).isFalse();

        reports.station("dashboard", List.of());
        assertThat(reports.areStationsReady(STATIONS)).isTrue();
    }

    @Test
    void completeWhenEveryStationHasHeardEverySensor() {
        reports.sensor(1, "Temperature", 10);
        reports.sensor(2, "Temperature", 20);
        reports.station("logger", List.of(count(1, 10), count(2, 20)));
        reports.station("dashboard", List.of(count(1, 10), count(2, 19)));
        assertThat(reports.hasEverythingArrived(STATIONS)).isFalse();

        reports.station("dashboard", List.of(count(1, 10), count(2, 20)));
        assertThat(reports.hasEverythingArrived(STATIONS)).isTrue();
    }

    @Test
    void whatStrangersPublishDoesNotMatter() {
        reports.sensor(1, "Temperature", 10);
        reports.station("logger", List.of(count(1, 10), count(99, 5)));
        reports.station("dashboard", List.of(count(1, 10)));

        assertThat(reports.hasEverythingArrived(STATIONS)).isTrue();
    }

    @Test
    void summaryCountsWhatIsMissing() {
        reports.sensor(1, "Temperature", 10);
        reports.station("logger", List.of(count(1, 10)));
        reports.station("dashboard", List.of());

        assertThat(reports.summary(STATIONS))
                .containsExactly(
                        "type         sent  logger  lost  dashboard  lost", //
                        "Temperature    10      10     0          0    10");
    }

    private static Count count(long sender, long received) {
        return new Count("Temperature", sender, received, 0);
    }
}

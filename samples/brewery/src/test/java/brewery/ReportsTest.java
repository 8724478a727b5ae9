package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final List<String> STATIONS = List.of("logger", "dashboard");
    private static final List<String> TYPES = List.of("Temperature");

    private final Reports reports = new Reports();

    @Test
    void readyWhenAllStationsHaveSpoken() {
        reports.station("logger", TYPES, List.of());
        assertThat(reports.areStationsReady(STATIONS)).isFalse();

        reports.station("dashboard", TYPES, List.of());
        assertThat(reports.areStationsReady(STATIONS)).isTrue();
    }

    @Test
    void completeWhenEveryStationHasHeardEverySensor() {
        reports.sensor(1, "Temperature", 10);
        reports.sensor(2, "Temperature", 20);
        reports.station("logger", TYPES, List.of(count(1, 10), count(2, 20)));
        reports.station("dashboard", TYPES, List.of(count(1, 10), count(2, 19)));
        assertThat(reports.hasEverythingArrived(STATIONS)).isFalse();

        reports.station("dashboard", TYPES, List.of(count(1, 10), count(2, 20)));
        assertThat(reports.hasEverythingArrived(STATIONS)).isTrue();
    }

    @Test
    void stationsNeedNotHearWhatTheyDoNotListenTo() {
        reports.sensor(1, "hydrometer.Gravity", 10);
        reports.station("dashboard", TYPES, List.of());
        reports.station("logger", List.of("hydrometer.Gravity", "Temperature"), List.of(gravity(9)));
        assertThat(reports.hasEverythingArrived(STATIONS)).isFalse();

        reports.station("logger", List.of("hydrometer.Gravity", "Temperature"), List.of(gravity(10)));
        assertThat(reports.hasEverythingArrived(STATIONS)).isTrue();
        assertThat(reports.summary(STATIONS))
                .containsExactly(
                        "type                sent  logger  lost  dashboard  lost", //
                        "hydrometer.Gravity    10      10     0          -     -");
    }

    @Test
    void sensorsAreHeardWhenAMessageHasCome() {
        reports.station("logger", TYPES, List.of(count(1, 10), count(2, 0)));

        assertThat(reports.sensorsHeard("logger")).isEqualTo(1);
        assertThat(reports.sensorsHeard("dashboard")).isZero();
    }

    @Test
    void somebodyHasToListen() {
        reports.sensor(1, "hydrometer.Gravity", 10);
        reports.station("logger", TYPES, List.of());
        reports.station("dashboard", TYPES, List.of());

        assertThat(reports.hasEverythingArrived(STATIONS)).isFalse();
    }

    @Test
    void whatStrangersPublishDoesNotMatter() {
        reports.sensor(1, "Temperature", 10);
        reports.station("logger", TYPES, List.of(count(1, 10), count(99, 5)));
        reports.station("dashboard", TYPES, List.of(count(1, 10)));

        assertThat(reports.hasEverythingArrived(STATIONS)).isTrue();
    }

    @Test
    void summaryCountsWhatIsMissing() {
        reports.sensor(1, "Temperature", 10);
        reports.station("logger", TYPES, List.of(count(1, 10)));
        reports.station("dashboard", TYPES, List.of());

        assertThat(reports.summary(STATIONS))
                .containsExactly(
                        "type         sent  logger  lost  dashboard  lost", //
                        "Temperature    10      10     0          0    10");
    }

    private static Count gravity(long received) {
        return new Count("hydrometer.Gravity", 1, received, 0);
    }

    private static Count count(long sender, long received) {
        return new Count("Temperature", sender, received, 0);
    }
}

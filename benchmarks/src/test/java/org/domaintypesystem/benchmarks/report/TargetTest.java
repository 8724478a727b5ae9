package org.domaintypesystem.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.domaintypesystem.benchmarks.report.Target.Outcome;
import org.domaintypesystem.benchmarks.report.Target.Sense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "LESS_IS_BETTER, 10, 12, REACHED",
        "LESS_IS_BETTER, 10, 11, WITHIN_NOISE",
        "LESS_IS_BETTER, 10, 10, MISSED",
        "MORE_IS_BETTER, 12, 10, REACHED",
        "MORE_IS_BETTER, 11, 10, WITHIN_NOISE",
        "MORE_IS_BETTER, 10, 10, MISSED"
    })
    void oneFifthMoreIsAsked(Sense sense, double ours, double theirs, Outcome outcome) {
        assertThat(target(sense, Target.NOISE).outcome(figures(ours, theirs))).isEqualTo(outcome);
    }

    @Test
    void slackMayBeNone() {
        assertThat(target(Sense.MORE_IS_BETTER, 0).outcome(figures(11, 10))).isEqualTo(Outcome.MISSED);
    }

    @Test
    void whatIsMissingIsNoLoss() {
        Figures figures = new Figures();
        figures.add("t", "r", "dts", "m", 1);
        assertThat(target(Sense.MORE_IS_BETTER, 0).outcome(figures)).isEqualTo(Outcome.NOT_MEASURED);
    }

    @Test
    void theTableShowsLossesAsPlainlyAsTheRest() {
        Figures figures = figures(10, 10);
        assertThat(TargetTable.of(List.of(target(Sense.MORE_IS_BETTER, 0), target(Sense.LESS_IS_BETTER, 0.2)), figures))
                .isEqualTo("""
                        |  | with | of | against | asked | measured | reached |
                        |---|---|---|---|---|---|---|
                        | t | r | dts | peer | 1.20× | 1.00× | **no** |
                        | t | r | dts | peer | 1.20× | 1.00× | within noise |

                        Reached: 0 of 2; within noise: 1; missed: 1; not measured: 0.
                        """);
    }

    private static Target target(Sense sense, double slack) {
        return new Target("t", "r", "m", "dts", "peer", sense, 1.2, slack);
    }

    private static Figures figures(double ours, double theirs) {
        Figures figures = new Figures();
        figures.add("t", "r", "dts", "m", ours);
        figures.add("t", "r", "peer", "m", theirs);
        return figures;
    }
}

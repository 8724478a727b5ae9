package org.domaintypesystem.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Whether what is measured is what happened. */
class MeasurementTest {

    @Test
    void messagesThatAreMissingAreLost() throws Exception {
        Tally tally = tally();
        for (long sequence = 2; sequence <= 128; sequence += 2) {
            tally.message(0, sequence);
        }
        assertThat(tally.result().get().lossPercent()).isEqualTo(50);
    }

    @Test
    void messagesThatComeTwiceCountOnce() throws Exception {
        Tally tally = tally();
        for (long sequence = 1; sequence <= 32; sequence++) {
            tally.message(0, sequence);
            tally.message(0, sequence);
        }
        assertThat(tally.result().get().lossPercent()).isZero();
    }

    @Test
    void eachThreadHasItsOwnNumbers() throws Exception {
        Tally tally = tally();
        for (long sequence = 0; sequence < 48; sequence++) {
            tally.message(1, sequence);
        }
        for (long sequence = 1; sequence <= 31; sequence += 2) {
            tally.message(0, sequence);
        }
        assertThat(tally.result().get().lossPercent()).isEqualTo(100.0 * 15 / 79);
    }

    /** Has heard message 0, counts from there on and looks at the clock after 64 more. */
    private static Tally tally() throws ExecutionException, InterruptedException {
        Tally tally = new Tally(0, 0);
        tally.message(0, 0);
        assertThat(tally.result()).isNotDone();
        return tally;
    }

    @Test
    void processesMeasureAndEnd() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (Children children = Children.of(Bus.DTS, Topic.WAVEFORM, 1, 50)) {
            assertThat(children.throughput().perSecond()).isPositive();
        }
        try (Children children = Children.of(Bus.DTS, Topic.WAVEFORM, 1, 50)) {
            RoundTripTimes times = children.roundTrips();
            assertThat(times.median()).isPositive().isLessThanOrEqualTo(times.most());
        }
        assertThat(ProcessHandle.current().children()).hasSameElementsAs(before);
    }
}

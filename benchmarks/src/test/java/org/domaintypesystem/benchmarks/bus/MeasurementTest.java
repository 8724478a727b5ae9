package org.domaintypesystem.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Scanner;
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
        assertThat(tally.result().get().arrivedPercent()).isEqualTo(50);
    }

    @Test
    void messagesThatComeTwiceCountOnce() throws Exception {
        Tally tally = tally();
        for (long sequence = 1; sequence <= 32; sequence++) {
            tally.message(0, sequence);
            tally.message(0, sequence);
        }
        assertThat(tally.result().get().arrivedPercent()).isEqualTo(100);
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
        assertThat(tally.result().get().arrivedPercent()).isEqualTo(100.0 * 64 / 79);
    }

    /** Has heard message 0, counts from there on and looks at the clock after 64 more. */
    private static Tally tally() throws ExecutionException, InterruptedException {
        Tally tally = new Tally(0, 0, false, () -> {});
        tally.message(0, 0);
        assertThat(tally.result()).isNotDone();
        return tally;
    }

    @Test
    void processesMeasureAndEnd() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (Children children = Children.of(new Trial(Bus.DTS, Topic.B256, 0, 1, 50), List.of())) {
            Carried carried = children.carried();
            assertThat(carried.received().perSecond()).isPositive();
            assertThat(carried.received().cpuNanosPerMessage()).isPositive();
            assertThat(carried.sent().orElseThrow().messages()).isPositive();
            assertThat(carried.sent().orElseThrow().cpuNanosPerMessage()).isPositive();
        }
        try (Children children = Children.of(new Trial(Bus.DTS, Topic.B256, 0, 1, 50), List.of())) {
            RoundTripTimes times = children.roundTrips();
            assertThat(times.median()).isPositive().isLessThanOrEqualTo(times.most());
        }
        assertThat(ProcessHandle.current().children()).hasSameElementsAs(before);
    }

    @Test
    void whoGetsNothingSaysSo() throws Exception {
        Scanner words = new Scanner(Throughput.NOTHING.words());
        assertThat(Throughput.read(words).arrivedPercent()).isZero();
    }

    @Test
    void aPaceIsKept() {
        Pace pace = new Pace(10_000);
        assertThat(pace.burst(1000)).isEqualTo(10);
        long start = System.nanoTime();
        pace.await(500);
        assertThat(System.nanoTime() - start).isGreaterThan(40_000_000L);
    }

    @Test
    void whoHasNoPaceDoesNotWait() {
        Pace pace = new Pace(0);
        assertThat(pace.burst(1000)).isEqualTo(1000);
        pace.await(Long.MAX_VALUE);
    }

    @Test
    void aTrialIsWhatItsWordsSay() {
        Trial trial = new Trial(Bus.AERON, Topic.MIB1, 50_000, 1, 2);
        assertThat(Trial.read(trial.words())).isEqualTo(trial);
    }

    @Test
    void allocationIsSeen() {
        Usage before = Usage.now();
        byte[] bytes = new byte[1 << 20];
        assertThat(Usage.now().since(before).allocatedBytes()).isGreaterThan(bytes.length);
    }
}

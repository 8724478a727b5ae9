package org.domaintypesystem.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.benchmarks.codec.message.Acceleration;
import org.domaintypesystem.benchmarks.codec.message.BigList;
import org.domaintypesystem.benchmarks.codec.message.PerformanceFigure;
import org.junit.jupiter.api.Test;

class SameValueTest {
    @Test
    void listsAreTheSameWhateverTheirClass() {
        assertThat(SameValue.are(figure(7.5f), new PerformanceFigure((byte) 95, Arrays.asList(acceleration(7.5f)))))
                .isTrue();
    }

    @Test
    void whatIsDeepInsideCounts() {
        assertThat(SameValue.are(figure(7.5f), figure(7.6f))).isFalse();
    }

    @Test
    void arraysCountByWhatIsInThem() {
        assertThat(SameValue.are(list(1, 2, 3), list(1, 2, 3))).isTrue();
        assertThat(SameValue.are(list(1, 2, 3), list(1, 2, 4))).isFalse();
        assertThat(SameValue.are(list(1, 2, 3), list(1, 2))).isFalse();
    }

    private static BigList list(int... numbers) {
        return new BigList(numbers, new double[] {0.5}, List.of("a"));
    }

    private static PerformanceFigure figure(float seconds) {
        return new PerformanceFigure((byte) 95, List.of(acceleration(seconds)));
    }

    private static Acceleration acceleration(float seconds) {
        return new Acceleration((short) 60, seconds);
    }
}

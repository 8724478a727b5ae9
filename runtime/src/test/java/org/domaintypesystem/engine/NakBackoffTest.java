package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NakBackoffTest {
    private static final long MILLI = 1_000_000;

    private final NakBackoff backoff = new NakBackoff(new SplittableRandom(5));

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "3, 2", "4, 4", "100, 12", "1024, 20", "1000000, 20"})
    void waitsLongerTheMoreThereAre(int receivers, long longest) {
        assertThat(NakBackoff.longest(receivers)).isEqualTo(longest * MILLI);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 1000})
    void drawsTimesWithinBounds(int receivers) {
        long[] times = new long[20_000];
        Arrays.setAll(times, i -> backoff.draw(receivers));
        Arrays.sort(times);
        assertThat(times[0]).isGreaterThanOrEqualTo(0);
        assertThat(times[times.length - 1]).isLessThanOrEqualTo(NakBackoff.longest(receivers));
        // Few ask early: F(t) = (e^(λt/T) - 1) / (e^λ - 1), so the median is T / λ · ln((e^λ + 1) / 2).
        double lambda = Math.log(receivers) + 1;
        double median = NakBackoff.longest(receivers) / lambda * Math.log((Math.exp(lambda) + 1) / 2);
        assertThat((double) times[times.length / 2]).isBetween(median * 0.97, median * 1.03);
    }

    /** Of a thousand who miss the same, about as many ask as do within the time in which what is sent again gets there. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void fewAskOfMany(int receivers) {
        int rounds = 100;
        long asked = 0;
        for (int round = 0; round < rounds; round++) {
            long[] times = new long[receivers];
            Arrays.setAll(times, i -> backoff.draw(receivers));
            long first = Arrays.stream(times).min().orElseThrow();
            asked += Arrays.stream(times)
                    .filter(each -> each <= first + MILLI / 4)
                    .count();
        }
        assertThat((double) asked / rounds).isBetween(1.0, 4.0);
    }
}

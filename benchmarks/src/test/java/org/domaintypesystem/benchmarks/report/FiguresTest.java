package org.domaintypesystem.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theMedianIsInTheMiddle() {
        assertThat(figure(5.0, 1.0, 100.0).median()).isEqualTo(5);
        assertThat(figure(5.0, 1.0, 100.0, 7.0).median()).isEqualTo(6);
        assertThat(figure(3.0).median()).isEqualTo(3);
    }

    @Test
    void leastAndMostAreKnown() {
        assertThat(figure(5.0, 1.0, 100.0).least()).isEqualTo(1);
        assertThat(figure(5.0, 1.0, 100.0).most()).isEqualTo(100);
    }

    @Test
    void nothingIsNoFigure() {
        assertThatThrownBy(FiguresTest::figure).isInstanceOf(IllegalArgumentException.class);
    }

    private static Figure figure(Double... values) {
        return new Figure("encode", "car", "dts", "ns", List.of(values));
    }

    @Test
    void valuesOfOneThingComeTogetherInTheirOrder() {
        Figures figures = new Figures();
        figures.add("encode", "car", "sbe", "ns", 3);
        figures.add("encode", "car", "dts", "ns", 2);
        figures.add("encode", "sensor", "dts", "ns", 9);
        figures.add("encode", "car", "dts", "ns", 1);
        assertThat(figures.find("encode", "car", "dts", "ns"))
                .contains(new Figure("encode", "car", "dts", "ns", List.of(2.0, 1.0)));
        assertThat(figures.rows("encode")).containsExactly("car", "sensor");
        assertThat(figures.contenders("encode")).containsExactly("sbe", "dts");
        assertThat(figures.median("decode", "car", "dts", "ns")).isEmpty();
    }
}

package org.domaintypesystem.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Tables, charts and text. */
class WritingTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.0204, 0.020", "9.876, 9.88", "98.76, 98.8", "987.6, 988", "1234567, 1 234 567", "NaN, NaN"})
    void numbersHaveThreeDigitsOrAllBeforeThePoint(double value, String text) {
        assertThat(Numbers.of(value)).isEqualTo(text);
    }

    @Test
    void tablesAreMarkdown() {
        assertThat(new Table(List.of("a", "b")).row(List.of("1", "2|3"))).hasToString("""
                | a | b |
                |---|---|
                | 1 | 2\\|3 |
                """);
    }

    @Test
    void aRowHasACellForEachColumn() {
        Table table = new Table(List.of("a", "b"));
        assertThatThrownBy(() -> table.row(List.of("1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPlaceIsFilledAndNothingIsLeftOver() {
        Template template = new Template("x {{a b}} y");
        assertThat(template.with(Map.of("a b", "$1\n"))).isEqualTo("x $1 y");
        assertThatThrownBy(() -> template.with(Map.of())).hasMessageContaining("{{a b}}");
        assertThatThrownBy(() -> template.with(Map.of("a b", "", "c", ""))).hasMessageContaining("[c]");
    }

    @Test
    void chartsAreWellFormedAndToScale() throws Exception {
        BarChart chart = new BarChart(
                "a < b & c",
                List.of(new BarChart.Panel(
                        "panel",
                        List.of(
                                new BarChart.Bar("dts", 50, 40, 60, true),
                                new BarChart.Bar("<peer>", 100, 90, 120, false)))));
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a < b & c");
        // The first is the background.
        NodeList bars = svg.getElementsByTagName("rect");
        assertThat(bars.getLength()).isEqualTo(3);
        assertThat(width(bars, 2)).isEqualTo(2 * width(bars, 1));
        assertThat(Double.parseDouble(((Element) bars.item(2)).getAttribute("x")) + width(bars, 2))
                .isLessThan(Double.parseDouble(svg.getAttribute("width")));
    }

    private static double width(NodeList bars, int index) {
        return Double.parseDouble(((Element) bars.item(index)).getAttribute("width"));
    }

    @Test
    void whatIsTooLongIsCutAndSaysSo() {
        String svg = new BarChart(
                        "",
                        List.of(new BarChart.Panel(
                                "",
                                List.of(
                                        new BarChart.Bar("dts", 50, 40, 60, true),
                                        new BarChart.Bar("peer", 1000, 900, 1200, false)))))
                .svg();
        assertThat(svg).contains("width=\"120.0\"", "width=\"15.0\"", ">→ 1 000<", ">50.0<");
    }

    @Test
    void chartsOfNothingAreWellFormed() {
        assertThat(new BarChart("empty", List.of(new BarChart.Panel("none", List.of()))).svg())
                .startsWith("<svg")
                .endsWith("</svg>\n");
    }
}

package org.domaintypesystem.benchmarks.build;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.domaintypesystem.benchmarks.report.BarChart;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Numbers;
import org.domaintypesystem.benchmarks.report.Table;

/** How the figures of builds are shown. */
final class BuildTables {
    private BuildTables() {}

    static String times(String name, Figures figures) {
        Table table = new Table(List.of(
                "types",
                "javac alone",
                "with DTS",
                "with avaje-jsonb",
                "DTS adds, per type",
                "of it for compiling what it generated",
                "avaje-jsonb adds, per type",
                "of it for compiling",
                "DTS : avaje-jsonb"));
        for (String types : figures.rows(name)) {
            double dts = BuildFigures.added(name, Contender.DTS.title, types, figures);
            double avaje = BuildFigures.added(name, Contender.AVAJE.title, types, figures);
            table.row(List.of(
                    types,
                    Numbers.of(BuildFigures.time(name, Contender.PLAIN.title, types, figures)),
                    Numbers.of(BuildFigures.time(name, Contender.DTS.title, types, figures)),
                    Numbers.of(BuildFigures.time(name, Contender.AVAJE.title, types, figures)),
                    Numbers.of(dts),
                    Numbers.of(BuildFigures.added(name, BuildFigures.generatedBy(Contender.DTS), types, figures)),
                    Numbers.of(avaje),
                    Numbers.of(BuildFigures.added(name, BuildFigures.generatedBy(Contender.AVAJE), types, figures)),
                    Numbers.ratio(dts / avaje)));
        }
        return table.toString();
    }

    static String generated(Figures figures) {
        Table table = new Table(List.of("types", "DTS", "avaje-jsonb"));
        for (String types : figures.rows(BuildFigures.GENERATED)) {
            table.row(List.of(types, bytes(Contender.DTS, types, figures), bytes(Contender.AVAJE, types, figures)));
        }
        return table.toString();
    }

    private static String bytes(Contender contender, String types, Figures figures) {
        return Numbers.of(BuildFigures.generated(contender, types, figures).orElse(Double.NaN));
    }

    static BarChart chart(Figures figures) {
        List<BarChart.Panel> panels = figures.rows(BuildFigures.FRESH).stream()
                .map(types -> new BarChart.Panel(types + " types", bars(types, figures)))
                .toList();
        return new BarChart("a fresh compiler, milliseconds: less is better", panels);
    }

    private static List<BarChart.Bar> bars(String types, Figures figures) {
        return Arrays.stream(Contender.values())
                .map(contender -> figures.find(BuildFigures.FRESH, types, contender.title, BuildFigures.TIME))
                .flatMap(Optional::stream)
                .map(figure -> new BarChart.Bar(
                        figure.contender(),
                        figure.median(),
                        figure.least(),
                        figure.most(),
                        figure.contender().equals(Contender.DTS.title)))
                .toList();
    }
}

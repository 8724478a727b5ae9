package org.domaintypesystem.benchmarks.many;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.domaintypesystem.benchmarks.report.BarChart;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Numbers;
import org.domaintypesystem.benchmarks.report.Table;
import org.domaintypesystem.benchmarks.report.Target;

/** Under which names the figures of this chapter are kept, and how they are shown. */
final class ManyFigures {
    static final String TYPES = "types in a process";
    static final String LISTENERS = "listeners of a type";
    static final String MEMORY = "memory";
    static final String CPU = "CPU ns/message";
    static final String BYTES = "B";
    static final String DTS = "dts";

    private static final String ONE = "1";
    private static final String MANY = "300";
    private static final String ONE_TYPE = "dts, one type";

    static final List<Target> TARGETS =
            List.of(new Target(TYPES, MANY, CPU, DTS, ONE_TYPE, Target.Sense.LESS_IS_BETTER, 1 / 1.15, Target.NOISE));

    private ManyFigures() {}

    static String row(ManyProcess.Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    /** Puts the cost with one type beside that with many, which it is measured by. */
    static void besideOne(Figures figures) {
        figures.find(TYPES, ONE, DTS, CPU)
                .ifPresent(one -> one.values().forEach(value -> figures.add(TYPES, MANY, ONE_TYPE, CPU, value)));
    }

    static String costs(String name, Figures figures) {
        Table table = new Table(List.of(name, "CPU a message, ns", "least and most", "times that of one"));
        OptionalDouble one = figures.median(name, ONE, DTS, CPU);
        for (String row : figures.rows(name)) {
            figures.find(name, row, DTS, CPU)
                    .ifPresent(cost -> table.row(List.of(
                            row,
                            Numbers.of(cost.median()),
                            Numbers.of(cost.least()) + " – " + Numbers.of(cost.most()),
                            one.isEmpty() ? "–" : Numbers.ratio(cost.median() / one.getAsDouble()))));
        }
        return table.toString();
    }

    static String memory(Figures figures) {
        Table table = new Table(List.of("each", "bytes of the heap", "least and most"));
        for (String row : figures.rows(MEMORY)) {
            figures.find(MEMORY, row, DTS, BYTES)
                    .ifPresent(bytes -> table.row(List.of(
                            row,
                            Numbers.whole(bytes.median()),
                            Numbers.whole(bytes.least()) + " – " + Numbers.whole(bytes.most()))));
        }
        return table.toString();
    }

    static BarChart.Panel panel(String name, Figures figures) {
        return new BarChart.Panel(
                name,
                figures.rows(name).stream()
                        .map(row -> figures.find(name, row, DTS, CPU))
                        .flatMap(Optional::stream)
                        .map(cost -> new BarChart.Bar(cost.row(), cost.median(), cost.least(), cost.most(), true))
                        .toList());
    }
}

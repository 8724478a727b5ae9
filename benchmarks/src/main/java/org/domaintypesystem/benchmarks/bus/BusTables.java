package org.domaintypesystem.benchmarks.bus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.domaintypesystem.benchmarks.report.BarChart;
import org.domaintypesystem.benchmarks.report.Figure;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Numbers;
import org.domaintypesystem.benchmarks.report.Table;

/** How the figures of the bus are shown. */
final class BusTables {
    private static final String OURS = "dts";

    private BusTables() {}

    /** Messages from one process to another. */
    static String carried(String name, Figures figures) {
        Table table = new Table(List.of(
                "",
                "",
                "messages a second",
                "least and most",
                "arrived, %",
                "CPU a message, ns: sender",
                "listener",
                "allocated a message, B: sender",
                "listener"));
        for (String row : figures.rows(name)) {
            for (Bus bus : Bus.values()) {
                figures.find(name, row, bus.title, BusFigures.PER_SECOND)
                        .ifPresent(perSecond -> table.row(List.of(
                                row,
                                bus.title,
                                Numbers.of(perSecond.median()),
                                Numbers.of(perSecond.least()) + " – " + Numbers.of(perSecond.most()),
                                median(name, row, bus, BusFigures.ARRIVED, figures),
                                median(name, row, bus, BusFigures.SENDER_CPU, figures),
                                median(name, row, bus, BusFigures.LISTENER_CPU, figures),
                                bytes(name, row, bus, BusFigures.SENDER_MEMORY, figures),
                                bytes(name, row, bus, BusFigures.LISTENER_MEMORY, figures))));
            }
        }
        return table.toString();
    }

    static String roundTrips(Figures figures) {
        Table table = new Table(List.of("", "half take at most, µs", "least and most", "99 % take at most, µs"));
        for (Bus bus : Bus.values()) {
            figures.find(BusFigures.ROUND_TRIPS, BusFigures.ROUND_TRIP, bus.title, BusFigures.HALF)
                    .ifPresent(half -> table.row(List.of(
                            bus.title,
                            Numbers.of(half.median()),
                            Numbers.of(half.least()) + " – " + Numbers.of(half.most()),
                            median(BusFigures.ROUND_TRIPS, BusFigures.ROUND_TRIP, bus, BusFigures.MOST, figures))));
        }
        return table.toString();
    }

    static String starts(Figures figures) {
        Table table = new Table(List.of("", "milliseconds", "least and most"));
        for (Bus bus : Bus.values()) {
            figures.find(BusFigures.STARTS, Topic.B64.title, bus.title, BusFigures.START)
                    .ifPresent(start -> table.row(List.of(
                            bus.title,
                            Numbers.of(start.median()),
                            Numbers.of(start.least()) + " – " + Numbers.of(start.most()))));
        }
        return table.toString();
    }

    static String receiveBuffer(Figures figures) {
        return figures.find(BusFigures.SOCKET, BusFigures.ASKED, BusFigures.EVERYTHING, BusFigures.RECEIVE_BUFFER)
                .map(bytes -> Numbers.whole(bytes.median()) + " bytes")
                .orElse("an unknown number of bytes");
    }

    private static String median(String table, String row, Bus bus, String measure, Figures figures) {
        return figures.find(table, row, bus.title, measure)
                .map(figure -> Numbers.of(figure.median()))
                .orElse("–");
    }

    /** What the measuring allocates shows as parts of a byte. */
    private static String bytes(String table, String row, Bus bus, String measure, Figures figures) {
        return figures.find(table, row, bus.title, measure)
                .map(figure -> Numbers.whole(figure.median()))
                .orElse("–");
    }

    static BarChart.Panel panel(String table, String row, String measure, Figures figures) {
        String cell = table.equals(BusFigures.ROUND_TRIPS) ? BusFigures.ROUND_TRIP : row;
        return new BarChart.Panel(
                row,
                Arrays.stream(Bus.values())
                        .map(bus -> figures.find(table, cell, bus.title, measure))
                        .flatMap(Optional::stream)
                        .map(BusTables::bar)
                        .toList());
    }

    private static BarChart.Bar bar(Figure figure) {
        return new BarChart.Bar(
                figure.contender(),
                figure.median(),
                figure.least(),
                figure.most(),
                figure.contender().startsWith(OURS));
    }
}

package org.domaintypesystem.testkit.reliable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a {@link Soak} prints while it runs, and what became of it: tables in Markdown. */
final class SoakTable {
    private static final double MIB = 1 << 20;

    private SoakTable() {}

    static String header(List<SoakProcess> processes) {
        List<String> cells = new ArrayList<>(List.of("time", "published", "lost on purpose", "sent again", "lost"));
        processes.forEach(process -> cells.add("MiB of " + process));
        return line(cells) + "\n" + "|---".repeat(cells.size()) + "|";
    }

    /** The memory of each: heap after a garbage collection, and all that it takes of the machine's. */
    static String row(Duration time, List<SoakProcess> processes) {
        List<String> cells = new ArrayList<>(List.of(
                "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart()),
                String.valueOf(sum(processes, Sample::published)),
                String.valueOf(sum(processes, Sample::injected)),
                String.valueOf(sum(processes, Sample::resent)),
                String.valueOf(sum(processes, Sample::amiss))));
        for (SoakProcess process : processes) {
            cells.add(String.format(
                    Locale.ROOT,
                    "%.1f (%.0f)",
                    process.latest().heap() / MIB,
                    process.latest().resident() / MIB));
        }
        return line(cells);
    }

    /** Each property of all, in a row of its own. */
    static String summary(long seed, Duration duration, double loss, List<SoakProcess> all) {
        return String.join(
                "\n",
                line(List.of("seed, duration, loss", "%d, %s, %.0f %%".formatted(seed, duration, loss * 100))),
                "|---|---|",
                line(List.of("messages published", String.valueOf(sum(all, Sample::published)))),
                line(List.of("MiB published", String.valueOf(sum(all, Sample::bytes) >> 20))),
                line(List.of("datagrams lost on purpose", String.valueOf(sum(all, Sample::injected)))),
                line(List.of("datagrams dropped by the system", String.valueOf(sum(all, Sample::dropped)))),
                line(List.of("datagrams sent again", String.valueOf(sum(all, Sample::resent)))),
                line(List.of("messages that were missing and came", String.valueOf(sum(all, Sample::repaired)))),
                line(List.of("messages lost, altered or out of order", String.valueOf(sum(all, Sample::amiss)))));
    }

    private static long sum(List<SoakProcess> processes, ToLongFunction<Sample> of) {
        return processes.stream()
                .mapToLong(process -> of.applyAsLong(process.latest()))
                .sum();
    }

    static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}

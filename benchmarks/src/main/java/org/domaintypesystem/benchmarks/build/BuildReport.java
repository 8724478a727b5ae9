package org.domaintypesystem.benchmarks.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Gathers measurements and makes tables of their medians. */
final class BuildReport {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    private final Map<String, List<Long>> cold = new TreeMap<>();
    private final Map<String, List<Long>> warm = new TreeMap<>();
    private final Map<String, Long> generatedBytes = new TreeMap<>();
    private final int runs;

    /**
     * @param runs how many each median is of
     */
    BuildReport(int runs) {
        this.runs = runs;
    }

    /** The name of a project that consists of what a contender has generated. */
    static String generatedBy(Contender contender) {
        return contender + " generated";
    }

    void cold(String project, int types, long nanos) {
        cold.computeIfAbsent(key(project, types), unused -> new ArrayList<>()).add(nanos);
    }

    void warm(String project, int types, long nanos) {
        warm.computeIfAbsent(key(project, types), unused -> new ArrayList<>()).add(nanos);
    }

    void generated(Contender contender, int types, long bytes) {
        generatedBytes.put(key(contender.name(), types), bytes);
    }

    String markdown(int... sizes) {
        StringBuilder text = new StringBuilder();
        table("A fresh compiler: milliseconds, medians of " + runs, cold, sizes, text);
        table("A warm compiler: milliseconds, medians of " + runs, warm, sizes, text);
        text.append("| types | generated source per type, bytes: DTS | avaje-jsonb |\n|---|---|---|\n");
        for (int size : sizes) {
            line(
                    text,
                    "| %d | %d | %d |%n",
                    size,
                    generatedBytes.getOrDefault(key("DTS", size), 0L) / size,
                    generatedBytes.getOrDefault(key("AVAJE", size), 0L) / size);
        }
        return text.toString();
    }

    private static void table(String title, Map<String, List<Long>> times, int[] sizes, StringBuilder text) {
        line(text, "%s:%n%n", title);
        text.append(
                "| types | javac alone | with DTS | with avaje-jsonb | DTS adds, per type | of it for compiling what"
                        + " it generated | avaje-jsonb adds, per type | of it for compiling | DTS : avaje-jsonb |\n");
        text.append("|---|---|---|---|---|---|---|---|---|\n");
        for (int size : sizes) {
            double plain = median(times, "PLAIN", size);
            double dts = median(times, "DTS", size) - plain;
            double avaje = median(times, "AVAJE", size) - plain;
            line(
                    text,
                    "| %d | %.0f | %.0f | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    size,
                    plain,
                    dts + plain,
                    avaje + plain,
                    dts / size,
                    (median(times, generatedBy(Contender.DTS), size) - plain) / size,
                    avaje / size,
                    (median(times, generatedBy(Contender.AVAJE), size) - plain) / size,
                    dts / avaje);
        }
        line(
                text,
                "%nWhat a type adds at 1000 types to what it adds at 100: DTS %.2f, avaje-jsonb %.2f.%n%n",
                linearity(times, Contender.DTS),
                linearity(times, Contender.AVAJE));
    }

    private static double linearity(Map<String, List<Long>> times, Contender contender) {
        return added(times, contender, THOUSAND) / added(times, contender, HUNDRED);
    }

    private static double added(Map<String, List<Long>> times, Contender contender, int types) {
        return (median(times, contender.name(), types) - median(times, "PLAIN", types)) / types;
    }

    private static double median(Map<String, List<Long>> times, String project, int types) {
        List<Long> sorted = times.getOrDefault(key(project, types), List.of()).stream()
                .sorted()
                .toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2) / NANOS_PER_MILLI;
    }

    private static String key(String project, int types) {
        return project + " " + types;
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}

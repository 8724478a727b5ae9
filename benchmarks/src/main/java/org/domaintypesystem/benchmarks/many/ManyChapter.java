package org.domaintypesystem.benchmarks.many;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.domaintypesystem.benchmarks.report.BarChart;
import org.domaintypesystem.benchmarks.report.Chapter;
import org.domaintypesystem.benchmarks.report.Effort;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Target;

/** Measures what numbers of types, listeners and nodes do to a process. */
public final class ManyChapter implements Chapter {
    private static final List<Integer> TYPES = List.of(1, 20, 300, 2000);
    private static final List<Integer> QUICK_TYPES = List.of(1, 20);
    private static final List<Integer> LISTENERS = List.of(1, 10, 100);
    private static final int ROUNDS = 3;
    private static final long MILLIS = 2_000;
    private static final long QUICK_MILLIS = 700;
    private static final long PATIENCE_MILLIS = 60_000;

    @Override
    public String name() {
        return "many";
    }

    @Override
    public String command(Effort effort) {
        return "java -jar benchmarks/target/benchmarks.jar report " + (effort == Effort.QUICK ? "quick " : "") + "many";
    }

    @Override
    public void measure(Effort effort, Figures figures) throws IOException {
        List<Integer> types = effort == Effort.QUICK ? QUICK_TYPES : TYPES;
        Path folder = Files.createTempDirectory("many-benchmark");
        try {
            System.err.printf("many: compiling %d types%n", types.get(types.size() - 1));
            ManyTypes.compile(types.get(types.size() - 1), folder);
            for (int round = 0; round < (effort == Effort.QUICK ? 1 : ROUNDS); round++) {
                round(types, effort == Effort.QUICK ? QUICK_MILLIS : MILLIS, folder, figures);
            }
        } finally {
            delete(folder);
        }
        ManyFigures.besideOne(figures);
    }

    private static void round(List<Integer> types, long millis, Path folder, Figures figures) throws IOException {
        for (int count : types) {
            System.err.printf("many: %d types%n", count);
            run(ManyFigures.TYPES, Integer.toString(count), ManyFigures.CPU, figures, words(folder, count, 1, millis));
        }
        for (int count : LISTENERS) {
            System.err.printf("many: %d listeners%n", count);
            run(
                    ManyFigures.LISTENERS,
                    Integer.toString(count),
                    ManyFigures.CPU,
                    figures,
                    words(folder, 1, count, millis));
        }
        for (ManyProcess.Task task :
                List.of(ManyProcess.Task.NODE, ManyProcess.Task.PUBLISHER, ManyProcess.Task.SUBSCRIPTION)) {
            run(
                    ManyFigures.MEMORY,
                    ManyFigures.row(task),
                    ManyFigures.BYTES,
                    figures,
                    List.of(task.name(), folder.toString()));
        }
    }

    private static List<String> words(Path folder, int types, int listeners, long millis) {
        return List.of(
                ManyProcess.Task.COST.name(),
                folder.toString(),
                Integer.toString(types),
                Integer.toString(listeners),
                Long.toString(millis));
    }

    private static void run(String table, String row, String measure, Figures figures, List<String> words)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ManyProcess.class.getName()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                figures.fault("%s, %s: the process ended without a result".formatted(table, row));
                return;
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            figures.add(table, row, ManyFigures.DTS, measure, Double.parseDouble(output.strip()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public List<Target> targets() {
        return ManyFigures.TARGETS;
    }

    @Override
    public Map<String, String> tables(Figures figures) {
        return Map.of(
                "types", ManyFigures.costs(ManyFigures.TYPES, figures),
                "listeners", ManyFigures.costs(ManyFigures.LISTENERS, figures),
                "memory", ManyFigures.memory(figures));
    }

    @Override
    public Map<String, BarChart> charts(Figures figures) {
        Map<String, BarChart> charts = new LinkedHashMap<>();
        charts.put(
                "many-cost",
                new BarChart(
                        "processor time a message, nanoseconds: less is better",
                        List.of(
                                ManyFigures.panel(ManyFigures.TYPES, figures),
                                ManyFigures.panel(ManyFigures.LISTENERS, figures))));
        return charts;
    }
}

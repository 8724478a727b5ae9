package org.domaintypesystem.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures what a processor adds to a compilation, and prints a table in Markdown: {@code BuildBenchmark [runs]}. With
 * {@code BuildBenchmark profile}, where the time of the DTS processor goes.
 */
public final class BuildBenchmark {
    private static final int[] SIZES = {1, 100, 1000};
    private static final int RUNS = 5;
    /** Types that a warm compiler has compiled before it is measured. */
    private static final int WARM_UP_TYPES = 3000;

    private static final int MAX_WARM_UPS = 50;
    private static final int PROFILED_TYPES = 1000;

    private final Path folder;
    private final int runs;

    private BuildBenchmark(Path folder, int runs) {
        this.folder = folder;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("build-benchmark");
        try {
            if (List.of(arguments).contains("profile")) {
                Project project = Project.of(Contender.DTS, PROFILED_TYPES, folder.resolve("project"));
                System.out.print(ProcessorProfile.of(project, folder.resolve("profile.jfr")));
            } else {
                int runs = arguments.length == 0 ? RUNS : Integer.parseInt(arguments[0]);
                System.out.print(new BuildBenchmark(folder, runs).measure());
            }
        } finally {
            delete(folder);
        }
    }

    private String measure() throws IOException {
        BuildReport report = new BuildReport(runs);
        for (int size : SIZES) {
            Map<String, Project> projects = new LinkedHashMap<>();
            for (Contender contender : Contender.values()) {
                Project project = Project.of(contender, size, folder.resolve(contender + "-" + size));
                projects.put(contender.name(), project);
                Forked.javac(project);
                if (contender != Contender.PLAIN) {
                    report.generated(contender, size, project.generatedBytes());
                    projects.put(
                            BuildReport.generatedBy(contender),
                            Project.generatedOf(project, folder.resolve(contender + "-" + size + "-generated")));
                }
            }
            cold(size, projects, report);
            warm(size, projects, report);
        }
        return report.markdown(SIZES);
    }

    /** One after the other in each round, so that a slow minute of the machine is shared by all. */
    private void cold(int size, Map<String, Project> projects, BuildReport report) throws IOException {
        for (int run = 0; run < runs; run++) {
            for (Map.Entry<String, Project> project : projects.entrySet()) {
                report.cold(project.getKey(), size, Forked.javac(project.getValue()));
            }
        }
    }

    private void warm(int size, Map<String, Project> projects, BuildReport report) throws IOException {
        int warmUps = Math.min(MAX_WARM_UPS, WARM_UP_TYPES / size);
        for (Map.Entry<String, Project> project : projects.entrySet()) {
            List<Long> nanos = new ArrayList<>(Forked.warmCompilations(project.getValue(), warmUps, runs));
            nanos.forEach(each -> report.warm(project.getKey(), size, each));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

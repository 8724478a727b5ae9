package org.domaintypesystem.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.domaintypesystem.benchmarks.report.BarChart;
import org.domaintypesystem.benchmarks.report.Chapter;
import org.domaintypesystem.benchmarks.report.Effort;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Target;

/** Measures what a processor adds to a compilation. */
public final class BuildChapter implements Chapter {
    private static final List<Integer> SIZES = List.of(1, 100, 1000);
    private static final List<Integer> QUICK_SIZES = List.of(20);
    private static final int RUNS = 1;
    /** Types that a warm compiler has compiled before it is measured. */
    private static final int WARM_UP_TYPES = 2000;

    private static final int MAX_WARM_UPS = 20;

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String command(Effort effort) {
        return "java -jar benchmarks/target/benchmarks.jar report " + (effort == Effort.QUICK ? "quick " : "")
                + "build";
    }

    @Override
    public void measure(Effort effort, Figures figures) throws IOException {
        Path folder = Files.createTempDirectory("build-benchmark");
        try {
            for (int size : effort == Effort.QUICK ? QUICK_SIZES : SIZES) {
                System.err.printf("build: %d types%n", size);
                measure(size, effort, folder, figures);
            }
        } finally {
            delete(folder);
        }
    }

    private static void measure(int size, Effort effort, Path folder, Figures figures) throws IOException {
        Map<String, Project> projects = new LinkedHashMap<>();
        for (Contender contender : Contender.values()) {
            Project project = Project.of(contender, size, folder.resolve(contender + "-" + size));
            projects.put(contender.title, project);
            Forked.javac(project);
            if (contender != Contender.PLAIN) {
                BuildFigures.generated(contender, size, project.generatedBytes(), figures);
                projects.put(
                        BuildFigures.generatedBy(contender),
                        Project.generatedOf(project, folder.resolve(contender + "-" + size + "-generated")));
            }
        }
        cold(size, projects, figures);
        if (effort == Effort.FULL) {
            warm(size, projects, figures);
        }
    }

    /** One after the other in each round, so that a slow minute of the machine is shared by all. */
    private static void cold(int size, Map<String, Project> projects, Figures figures) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            for (Map.Entry<String, Project> project : projects.entrySet()) {
                long nanos = Forked.javac(project.getValue());
                BuildFigures.time(BuildFigures.FRESH, project.getKey(), size, nanos, figures);
            }
        }
    }

    private static void warm(int size, Map<String, Project> projects, Figures figures) throws IOException {
        int warmUps = Math.min(MAX_WARM_UPS, WARM_UP_TYPES / size);
        for (Map.Entry<String, Project> project : projects.entrySet()) {
            Forked.warmCompilations(project.getValue(), warmUps, RUNS)
                    .forEach(nanos -> BuildFigures.time(BuildFigures.WARM, project.getKey(), size, nanos, figures));
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
        return List.of();
    }

    @Override
    public Map<String, String> tables(Figures figures) {
        return Map.of(
                "fresh", BuildTables.times(BuildFigures.FRESH, figures),
                "warm", BuildTables.times(BuildFigures.WARM, figures),
                "generated", BuildTables.generated(figures));
    }

    @Override
    public Map<String, BarChart> charts(Figures figures) {
        return Map.of("build-fresh", BuildTables.chart(figures));
    }
}

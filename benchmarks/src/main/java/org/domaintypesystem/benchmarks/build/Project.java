package org.domaintypesystem.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records to compile, in a folder of their own: each with ten components, and each ten with an enum and a record that
 * they use.
 */
final class Project {
    /** How many records share an enum and an inner record. */
    private static final int GROUP = 10;

    private final Path folder;
    private final Path generated;

    private Project(Path folder) {
        this.folder = folder;
        this.generated = folder.resolve("generated");
    }

    /** A project that has been written into a folder. */
    static Project in(Path folder) {
        return new Project(folder);
    }

    /** Writes sources that the processor of a contender is to work on. */
    static Project of(Contender contender, int types, Path folder) throws IOException {
        Project project = new Project(folder);
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < types; i++) {
            int group = i / GROUP;
            if (i % GROUP == 0) {
                sources.add(project.source("Unit" + group, contender.constants(), "enum Unit" + group + """
                         {
                            METER, SECOND, KELVIN, AMPERE
                        }
                        """));
                sources.add(project.source("Place" + group, contender.value, "record Place" + group + """
                        (double latitude, double longitude, String name) {}
                        """));
            }
            sources.add(project.source(
                    "Reading" + i, contender.type, "record Reading" + i + """
                    (
                            String sensor,
                            int count,
                            long total,
                            double value,
                            boolean valid,
                            Instant at,
                            Unit# unit,
                            List<String> labels,
                            Place# place,
                            List<Place#> route) {}
                    """.replace("#", Integer.toString(group))));
        }
        project.writeArguments(
                contender.processor.isEmpty()
                        ? List.of("-proc:none")
                        : List.of(
                                "-processorpath",
                                System.getProperty("java.class.path"),
                                "-processor",
                                contender.processor),
                sources);
        return project;
    }

    /** The sources of a project together with what has been generated for them, to be compiled without a processor. */
    static Project generatedOf(Project project, Path folder) throws IOException {
        Project whole = new Project(Files.createDirectories(folder));
        List<Path> sources = new ArrayList<>(files(project.folder.resolve("sources"), ".java"));
        for (Path file : files(project.generated, ".java")) {
            sources.add(Files.copy(file, folder.resolve(file.getFileName())));
        }
        whole.writeArguments(List.of("-proc:none"), sources);
        return whole;
    }

    Path folder() {
        return folder;
    }

    /** What to give to {@code javac}. */
    List<String> arguments() {
        return List.of("@" + folder.resolve("arguments"));
    }

    /** Removes what was generated and compiled, as a clean build does. */
    void clean() throws IOException {
        for (Path output : List.of(generated, classes())) {
            if (Files.exists(output)) {
                try (Stream<Path> files = Files.walk(output)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(output);
        }
    }

    /** Bytes of the generated sources. */
    long generatedBytes() throws IOException {
        long bytes = 0;
        for (Path file : files(generated, ".java")) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private Path source(String name, String annotation, String declaration) throws IOException {
        Path file = folder.resolve("sources").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        String imports = "import java.time.Instant;\nimport java.util.List;\n";
        return Files.writeString(
                file, "package readings;\n\n" + imports + "\n" + annotation + "\npublic " + declaration);
    }

    private void writeArguments(List<String> options, List<Path> sources) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), "-encoding", "UTF-8", "-nowarn"));
        arguments.addAll(List.of("-d", classes().toString(), "-s", generated.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        Files.write(folder.resolve("arguments"), arguments);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

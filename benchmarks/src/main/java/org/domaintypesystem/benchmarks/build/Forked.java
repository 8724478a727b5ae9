package org.domaintypesystem.benchmarks.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this JDK, each in a process of its own. */
final class Forked {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private Forked() {}

    /** Compiles as a build does that starts a compiler, and returns how many nanoseconds the process has lived. */
    static long javac(Project project, String... virtualMachineOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(BIN.resolve("javac").toString()));
        for (String option : virtualMachineOptions) {
            command.add("-J" + option);
        }
        command.addAll(project.arguments());
        project.clean();
        long start = System.nanoTime();
        run(command);
        return System.nanoTime() - start;
    }

    /** Runs {@link WarmCompilations}, and returns what it measured. */
    static List<Long> warmCompilations(Project project, int warmUps, int runs) throws IOException {
        String output = run(List.of(
                BIN.resolve("java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WarmCompilations.class.getName(),
                project.folder().toString(),
                Integer.toString(warmUps),
                Integer.toString(runs)));
        return output.lines().map(Long::valueOf).toList();
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException(e);
        }
        return output;
    }
}

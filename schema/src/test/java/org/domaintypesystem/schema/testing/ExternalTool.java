package org.domaintypesystem.schema.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that tests compare with. A test that uses one is skipped where the program is missing, unless the
 * environment variable {@code DTS_REQUIRE_TOOLS} is {@code true}: then it fails.
 */
public final class ExternalTool {
    private static final String REQUIRE = "DTS_REQUIRE_TOOLS";
    private static final long SECONDS = 120;

    private final String command;
    private final Path directory;

    private ExternalTool(String command, Path directory) {
        this.command = command;
        this.directory = directory;
    }

    /**
     * A program, run in a directory; skips the calling test if it is not there.
     *
     * @param command a name that is looked up in {@code PATH}, or a path
     */
    public static ExternalTool in(Path directory, String command) {
        if (!isInstalled(command)) {
            missing("the tool '" + command + "' is not installed, so nothing was compared with it");
        }
        return new ExternalTool(command, directory);
    }

    /** Skips the calling test, or fails it if nothing may be missing, and says why. */
    public static void missing(String message) {
        if (Boolean.parseBoolean(System.getenv(REQUIRE))) {
            throw new AssertionError(message + "; " + REQUIRE + " demands it");
        }
        System.out.println("Skipped: " + message);
        Assumptions.abort(message);
    }

    /**
     * Runs the program with this standard input and returns its standard output.
     *
     * @throws AssertionError if it takes too long or reports a failure, with what it said
     */
    public byte[] run(byte[] input, String... arguments) {
        try {
            Path folder = Files.createTempDirectory("tool");
            try {
                return run(folder, input, arguments);
            } finally {
                for (String name : List.of("in", "out", "err")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command + " was running", e);
        }
    }

    /** Streams go through files: no pipe can fill up, and a hanging program cannot hang the test. */
    private byte[] run(Path folder, byte[] input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> line =
                Stream.concat(Stream.of(command), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(line + " in " + directory + " was not done after " + SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(line + " in " + directory + " failed:\n" + Files.readString(err));
        }
        return Files.readAllBytes(out);
    }

    private static boolean isInstalled(String command) {
        String path = System.getenv("PATH");
        return Files.isExecutable(Path.of(command))
                || (path != null
                        && Stream.of(path.split(File.pathSeparator))
                                .map(folder -> Path.of(folder, command))
                                .anyMatch(Files::isExecutable));
    }
}

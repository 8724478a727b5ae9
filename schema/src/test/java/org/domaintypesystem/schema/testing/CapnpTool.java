package org.domaintypesystem.schema.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * The reference compiler {@code capnp}, which knows best what Cap'n Proto is. A test that uses it carries
 * {@code @Tag("capnp")} and is skipped where the tool is missing, unless the environment variable
 * {@code DTS_REQUIRE_TOOLS} is {@code true}: then it fails.
 */
public final class CapnpTool {
    private static final String COMMAND = "capnp";
    private static final String REQUIRE = "DTS_REQUIRE_TOOLS";
    private static final long SECONDS = 60;

    private final Path directory;

    private CapnpTool(Path directory) {
        this.directory = directory;
    }

    /**
     * The tool, run in a directory; skips the calling test if there is no tool.
     *
     * @param directory where schemas are: imports with a leading slash are looked up here
     */
    public static CapnpTool in(Path directory) {
        if (!isInstalled()) {
            String message = "the tool '" + COMMAND + "' is not installed, so nothing was compared with it";
            if (Boolean.parseBoolean(System.getenv(REQUIRE))) {
                throw new AssertionError(message + "; " + REQUIRE + " demands it");
            }
            System.out.println("Skipped: " + message);
            Assumptions.abort(message);
        }
        return new CapnpTool(directory);
    }

    /** Compiles schemas and returns what the plugin prints, for example {@code capnp} (text with offsets) or {@code -}. */
    public byte[] compile(String plugin, List<String> files) {
        Stream<String> options = Stream.of("compile", "--no-standard-import", "-I.", "--src-prefix=.", "-o" + plugin);
        return run(new byte[0], Stream.concat(options, files.stream()).toArray(String[]::new));
    }

    /** Turns a binary message into text: {@code capnp decode}, without its guess that short messages are something else. */
    public String decode(String file, String type, byte[] message) {
        return new String(run(message, "decode", "--quiet", "-I.", file, type), UTF_8);
    }

    /** Turns text into a binary message: {@code capnp encode}. */
    public byte[] encode(String file, String type, String text) {
        return run(text.getBytes(UTF_8), "encode", "-I.", file, type);
    }

    /**
     * Runs the tool with this standard input and returns its standard output.
     *
     * @throws AssertionError if it takes too long or reports a failure, with what it said
     */
    public byte[] run(byte[] input, String... arguments) {
        try {
            Path folder = Files.createTempDirectory("capnp");
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
            throw new AssertionError("interrupted while " + COMMAND + " was running", e);
        }
    }

    /** Streams go through files: no pipe can fill up, and a hanging tool cannot hang the test. */
    private byte[] run(Path folder, byte[] input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command =
                Stream.concat(Stream.of(COMMAND), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(command + " in " + directory + " was not done after " + SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " in " + directory + " failed:\n" + Files.readString(err));
        }
        return Files.readAllBytes(out);
    }

    private static boolean isInstalled() {
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(File.pathSeparator))
                        .map(folder -> Path.of(folder, COMMAND))
                        .anyMatch(Files::isExecutable);
    }
}

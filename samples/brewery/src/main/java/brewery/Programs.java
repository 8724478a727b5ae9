package brewery;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The programs of the brewery, each a JVM of its own. None outlives this one, nor a time limit. */
final class Programs implements AutoCloseable {
    /** How long a program may take to end when it is asked to. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Half a dozen JVMs share what may be a small machine. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx64m", "-Xshare:auto");

    private final Site site;
    private final Path directory;
    private final Map<String, Process> running = new LinkedHashMap<>();
    private final Thread atExit = new Thread(this::end);

    Programs(Site site, Path directory, Duration limit) {
        this.site = site;
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(atExit);
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::end);
    }

    /** Starts a program that writes what it has to say to a file. */
    void start(Program program) throws Failure {
        start(program, new ProcessBuilder().redirectErrorStream(true).redirectOutput(logOf(program)));
    }

    /** Starts a program that has the terminal, if there is one. */
    void startOnScreen(Program program) throws Failure {
        start(
                program,
                new ProcessBuilder()
                        .redirectInput(Redirect.INHERIT)
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(logOf(program)));
    }

    private synchronized void start(Program program, ProcessBuilder builder) throws Failure {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(site.jvmOptions());
        command.addAll(List.of("-cp", program.classPath()));
        command.addAll(List.of(program.mainClass(), directory.toString()));
        try {
            running.put(program.name(), builder.command(command).start());
        } catch (IOException e) {
            throw new Failure("cannot start " + program.name() + ": " + e.getMessage());
        }
    }

    private File logOf(Program program) {
        return directory.resolve(program.name() + ".log").toFile();
    }

    synchronized void requireAllRunning() throws Failure {
        for (Map.Entry<String, Process> program : running.entrySet()) {
            if (!program.getValue().isAlive()) {
                throw new Failure("%s ended before the shift was over, see %s".formatted(program.getKey(), directory));
            }
        }
    }

    synchronized boolean haveAllEnded() {
        return running.values().stream().noneMatch(Process::isAlive);
    }

    /** When all have ended: whether they ended well. */
    synchronized void requireNoneFailed() throws Failure {
        for (Map.Entry<String, Process> program : running.entrySet()) {
            int code = program.getValue().exitValue();
            if (code != 0) {
                throw new Failure("%s ended with exit code %d, see %s".formatted(program.getKey(), code, directory));
            }
        }
    }

    /** Ends those that still run. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This JVM is ending: the hook runs anyway, and finds nothing to do.
            return;
        }
    }

    private synchronized void end() {
        running.values().forEach(Process::destroy);
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Process process : running.values()) {
            try {
                process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }
    }
}

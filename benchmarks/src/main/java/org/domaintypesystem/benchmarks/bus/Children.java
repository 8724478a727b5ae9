package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The two processes of one measurement, alike but for what a bus needs, on ports of their own. Closing it ends them, whatever
 * they do.
 */
final class Children implements AutoCloseable {
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"));

    /** Where files are no work for a disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** How long the two may take beyond what they were told to. */
    private static final long PATIENCE_MILLIS = 30_000;

    private final Trial trial;
    private final List<String> prefix;
    private final int port = freePort();
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private Children(Trial trial, List<String> prefix) throws IOException {
        this.trial = trial;
        this.prefix = prefix;
        this.folder = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "bus-benchmark")
                : Files.createTempDirectory("bus-benchmark");
    }

    /**
     * They end with this process, too, in whatever way that ends, and take their files along if it is told to.
     *
     * @param prefix comes before their commands
     */
    static Children of(Trial trial, List<String> prefix) throws IOException {
        Children children = new Children(trial, prefix);
        Runtime.getRuntime().addShutdownHook(new Thread(children::closeAtExit));
        return children;
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            // Some files are left where temporary files are.
        }
    }

    /** The first of as many ports as there are topics; that those are free is likely, and no more is needed. */
    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort() - Topic.values().length;
        }
    }

    Carried carried() throws IOException {
        Scanner listener = output(start(BusProcess.Role.LISTEN));
        word(listener);
        Process publishing = start(BusProcess.Role.PUBLISH);
        Scanner publisher = output(publishing);
        if (!word(listener).equals("counting")) {
            return new Carried(Throughput.read(listener), Optional.empty());
        }
        Sent before = sent(publishing, publisher);
        word(listener);
        Throughput received = Throughput.read(listener);
        return new Carried(received, Optional.of(sent(publishing, publisher).since(before)));
    }

    /** Asks a sender. */
    private static Sent sent(Process publishing, Scanner publisher) throws IOException {
        OutputStream input = publishing.getOutputStream();
        input.write('\n');
        input.flush();
        return Sent.read(publisher);
    }

    RoundTripTimes roundTrips() throws IOException {
        word(output(start(BusProcess.Role.ECHO)));
        Scanner pinging = output(start(BusProcess.Role.PING));
        if (!pinging.hasNext()) {
            throw endedEarly();
        }
        return RoundTripTimes.read(pinging);
    }

    /** From starting a process that publishes to its first message, in nanoseconds, with a listener that waits for it. */
    long firstMessageNanos() throws IOException {
        Scanner listener = output(start(BusProcess.Role.LISTEN));
        word(listener);
        long start = System.nanoTime();
        start(BusProcess.Role.PUBLISH);
        // Without a warm-up, counting begins with the first message.
        if (!word(listener).equals("counting")) {
            throw endedEarly();
        }
        return System.nanoTime() - start;
    }

    private Process start(BusProcess.Role role) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(JAVA);
        command.addAll(trial.bus().options());
        command.addAll(List.of(
                BusProcess.class.getName(),
                role.name(),
                Integer.toString(port),
                folder.resolve(role.name()).toString()));
        command.addAll(trial.words());
        Process process = launch(command);
        Executor late = CompletableFuture.delayedExecutor(
                trial.warmUpMillis() + trial.millis() + PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        late.execute(process::destroyForcibly);
        return process;
    }

    private static Scanner output(Process process) {
        return new Scanner(process.getInputStream(), StandardCharsets.UTF_8);
    }

    private synchronized Process launch(List<String> command) throws IOException {
        if (!Files.exists(folder)) {
            throw new IOException("closed");
        }
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        processes.add(process);
        return process;
    }

    private String word(Scanner output) throws IOException {
        if (!output.hasNext()) {
            throw endedEarly();
        }
        return output.next();
    }

    private IOException endedEarly() {
        return new IOException("a process of '%s' has ended without a result".formatted(trial));
    }

    @Override
    public synchronized void close() throws IOException {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(each -> each.onExit().join());
        if (Files.exists(folder)) {
            delete();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            "-Xms256m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"));

    /** Where files are no work for a disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** How long the two may take beyond what they were told to. */
    private static final long PATIENCE_MILLIS = 20_000;

    private final Bus bus;
    private final Topic topic;
    private final long warmUpMillis;
    private final long millis;
    private final int port = freePort();
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private Children(Bus bus, Topic topic, long warmUpMillis, long millis) throws IOException {
        this.bus = bus;
        this.topic = topic;
        this.warmUpMillis = warmUpMillis;
        this.millis = millis;
        this.folder = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "bus-benchmark")
                : Files.createTempDirectory("bus-benchmark");
    }

    /** They end with this process, too, in whatever way that ends, and take their files along if it is told to. */
    static Children of(Bus bus, Topic topic, long warmUpMillis, long millis) throws IOException {
        Children children = new Children(bus, topic, warmUpMillis, millis);
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

    Throughput throughput() throws IOException {
        Scanner listener = start(BusProcess.Role.LISTEN);
        word(listener);
        start(BusProcess.Role.PUBLISH);
        return new Throughput(Double.parseDouble(word(listener)), Double.parseDouble(word(listener)));
    }

    RoundTripTimes roundTrips() throws IOException {
        word(start(BusProcess.Role.ECHO));
        Scanner pinging = start(BusProcess.Role.PING);
        return new RoundTripTimes(Long.parseLong(word(pinging)), Long.parseLong(word(pinging)));
    }

    private Scanner start(BusProcess.Role role) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(bus.options());
        command.addAll(List.of(
                BusProcess.class.getName(),
                role.name(),
                bus.name(),
                topic.name(),
                Integer.toString(port),
                folder.resolve(role.name()).toString(),
                Long.toString(warmUpMillis),
                Long.toString(millis)));
        Process process = launch(command);
        Executor late =
                CompletableFuture.delayedExecutor(warmUpMillis + millis + PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        late.execute(process::destroyForcibly);
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
            throw new IOException("a process of %s, %s has ended without a result".formatted(bus, topic));
        }
        return output.next();
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

package org.domaintypesystem.testkit.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.domaintypesystem.schema.testing.ExternalTool;

/**
 * The hosts of a test, and their end. Each is a network namespace of Linux with nothing in it but its loopback interface; what
 * else a host has, the test puts there. Programs and namespaces are gone when this is closed, or when the JVM ends.
 *
 * <p>Without Linux, root or {@code ip} the test is skipped, or fails if no tool may be missing: see {@link ExternalTool}.
 */
final class Lab implements AutoCloseable {
    private final Path directory;
    private final ExternalTool ip;
    private final String prefix =
            "dts-%06x-".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    private final List<Host> hosts = new ArrayList<>();
    private final List<Runnable> links = new ArrayList<>();
    private final Thread atExit = new Thread(this::end);

    Lab() {
        try {
            directory = Files.createTempDirectory("hosts");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        ip = ExternalTool.in(directory, "ip");
    }

    /** A host with a loopback interface. Its name is that of its namespace, after {@code dts-…-}, and what programs on it see. */
    synchronized Host host(String name) {
        String namespace = prefix + name;
        try {
            ip("netns", "add", namespace);
        } catch (AssertionError e) {
            ExternalTool.missing("namespaces can only be made by root on Linux, so hosts were not tested: "
                    + e.getMessage().strip());
        }
        Host host = new Host(this, name, namespace, directory);
        hosts.add(host);
        host.prepare();
        return host;
    }

    /** A bridge that stands for a network, on a host that does nothing else. */
    Bridge network(String name, String firstThreeBytes) {
        return new Bridge(host(name), "br0", firstThreeBytes);
    }

    void plugged(Host host, String networkInterface) {
        links.add(() -> host.awaitUp(networkInterface));
    }

    /** Waits for all interfaces that have been plugged in to run: for all together, since each takes its time. */
    void awaitLinks() {
        links.forEach(Runnable::run);
        links.clear();
    }

    /** Runs {@code ip} and returns what it says. */
    String ip(String... arguments) {
        return new String(ip.run(new byte[0], arguments), UTF_8);
    }

    /** Runs commands of {@code ip}, one a line, in one go. */
    void batch(String namespace, String... commands) {
        ip.run(String.join("\n", commands).getBytes(UTF_8), "-netns", namespace, "-batch", "-");
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private synchronized void end() {
        List<Throwable> failures = new ArrayList<>();
        for (Host host : hosts) {
            attempt(host::endPrograms, failures);
            attempt(() -> ip("netns", "delete", host.namespace), failures);
        }
        hosts.clear();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            failures.add(e);
        }
        if (!failures.isEmpty()) {
            AssertionError all = new AssertionError("the hosts of a test are not all gone");
            failures.forEach(all::addSuppressed);
            throw all;
        }
    }

    private static void attempt(Runnable step, List<Throwable> failures) {
        try {
            step.run();
        } catch (AssertionError e) {
            failures.add(e);
        }
    }
}

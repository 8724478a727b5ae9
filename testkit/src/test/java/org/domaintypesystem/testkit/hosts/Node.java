package org.domaintypesystem.testkit.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.domaintypesystem.testkit.reliable.Flow;
import org.domaintypesystem.testkit.reliable.Journal;

/** A {@link NodeProgram} that runs on a host, as the test sees it. */
final class Node {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern MISSING = Pattern.compile("MISSING (\\d+)\\+(\\d+)");

    private final String name;
    private final Host host;
    private final Process process;
    private final Path log;
    private final PrintStream commands;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

    /** All that it has said so far but replies. */
    private final List<String> said = new CopyOnWriteArrayList<>();

    private volatile long sender;

    Node(String name, Host host, Process process, Path log) {
        this.name = name;
        this.host = host;
        this.process = process;
        this.log = log;
        this.commands = new PrintStream(process.getOutputStream(), true, UTF_8);
        Thread reader = new Thread(this::read, name + " says");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("reply ")) {
                    replies.add(line.substring("reply ".length()));
                } else {
                    said.add(line);
                }
            }
        } catch (IOException closed) {
            // The process is gone, and what it said is known.
        }
    }

    /** Waits until something holds, and fails if that takes long. */
    static void eventually(ThrowingRunnable assertion) {
        eventually(LIMIT, assertion);
    }

    static void eventually(Duration limit, ThrowingRunnable assertion) {
        await().atMost(limit)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .untilAsserted(assertion);
    }

    /** Its number on the network; waits until it has joined, and listens. */
    long sender() {
        if (sender == 0) {
            eventually(() -> sender = said.stream()
                    .filter(line -> line.startsWith("joined "))
                    .map(line -> Long.parseLong(line.substring("joined ".length())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(this + " has not joined: " + log())));
        }
        return sender;
    }

    /** What it is to others: {@code name@host/pid}. */
    String identity() {
        return name + "@" + host + "/" + process.pid();
    }

    /** Waits until all of these have joined, and each knows these others and nobody else. */
    static void awaitAllKnown(Node... nodes) {
        eventually(() -> {
            for (Node node : nodes) {
                List<String> others = Stream.of(nodes)
                        .filter(other -> other != node)
                        .map(Node::identity)
                        .toList();
                assertThat(node.peers()).as("peers of %s", node).containsExactlyInAnyOrderElementsOf(others);
            }
        });
    }

    /** Publishes so many numbers more, from 1 on, as sequences are. The last one that was accepted so far. */
    int publish(int count) {
        return Integer.parseInt(ask("publish " + count));
    }

    /** Those that it knows, in alphabetical order: see {@link #identity}. */
    List<String> peers() {
        String peers = ask("peers");
        return peers.isEmpty() ? List.of() : List.of(peers.split(" "));
    }

    /** Publishes so many entries more, of so many bytes each. The last number. */
    long enter(int count, int size) {
        return Long.parseLong(ask("enter " + count + " " + size));
    }

    /** Has it publish entries from now on. */
    void flow(Flow.Load load) {
        ask("flow %d %d %d %d".formatted(load.perSecond(), load.size(), load.pause(), load.largeSize()));
    }

    /** Ends what {@link #flow} began. The last number. */
    long stop() {
        return Long.parseLong(ask("stop"));
    }

    /** What it was told of another one's entries: see {@link Journal#account}. */
    String account(Node other) {
        return ask("account " + other.sender());
    }

    /** The number behind the last one that it was told of, whatever it was told. */
    long last(Node other) {
        String account = account(other);
        return account.isEmpty() ? 0 : Long.parseLong(account.substring(account.lastIndexOf('-') + 1));
    }

    /** How many datagrams have not come to it, for one of these reasons: {@code injected}, {@code kernel}. */
    long drops(String reason) {
        return Long.parseLong(ask("drops " + reason));
    }

    /** Has the system stop it, or go on with it: {@code STOP}, {@code CONT}. */
    void signal(String name) {
        sender();
        host.run("kill", "-" + name, String.valueOf(process.pid()));
    }

    /** How many messages it has dropped since it had them already. */
    long duplicates() {
        return Long.parseLong(ask("duplicates"));
    }

    /** All numbers that a node has told it, in order. */
    List<Integer> heardFrom(Node other) {
        return saidOf("heard", other).map(Integer::valueOf).toList();
    }

    /**
     * What it has been told to have lost of a node, in order: {@code MISSING first+count}, and {@code LATE first+count} if
     * that came after all.
     */
    List<String> lostFrom(Node other) {
        return saidOf("lost", other).toList();
    }

    /** That all numbers from 1 on have been heard or reported missing, each exactly once, and nothing else. */
    void assertAccountsFor(Node other, int last) {
        List<Integer> all = new ArrayList<>(heardFrom(other));
        assertThat(all).as("heard").isSorted();
        for (String loss : lostFrom(other)) {
            Matcher range = MISSING.matcher(loss);
            assertThat(loss).matches(MISSING);
            range.matches();
            int first = Integer.parseInt(range.group(1));
            IntStream.range(first, first + Integer.parseInt(range.group(2))).forEach(all::add);
        }
        assertThat(all).as("heard or missing").containsExactlyInAnyOrderElementsOf(numbers(last));
    }

    /** 1 to the last one. */
    static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    /** How a node went, {@code left} or {@code expired}, as often as it did. */
    List<String> goneIs(Node other) {
        return saidOf("down", other).toList();
    }

    private Stream<String> saidOf(String what, Node other) {
        String start = what + " " + other.sender() + " ";
        return said.stream().filter(line -> line.startsWith(start)).map(line -> line.substring(start.length()));
    }

    /** What it has logged. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(String command) {
        sender();
        commands.println(command);
        try {
            String reply = replies.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (reply == null) {
                throw new AssertionError(this + " did not answer to " + command + ": " + log());
            }
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Has it leave, and waits for its end. */
    void leave() {
        sender();
        commands.close();
        if (awaitEnd() != 0) {
            throw new AssertionError(this + " ended with " + process.exitValue() + ": " + log());
        }
    }

    /** Waits for its end; its exit code. */
    int awaitEnd() {
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(this + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** Ends it without giving it a chance to say so, and waits for that. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public String toString() {
        return identity();
    }
}

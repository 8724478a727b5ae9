package org.domaintypesystem.testkit.reliable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DtsCounters;
import org.domaintypesystem.testkit.Interference;
import org.jspecify.annotations.Nullable;

/** A node of a {@link Soak}, in a process of its own: answers to each line of its standard input with one line. */
final class SoakNode {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Dts dts;
    private final Entries entries;
    private final Journal journal = new Journal();
    private final Interference interference;
    private @Nullable Flow flow;

    private SoakNode(Dts dts, Interference interference) {
        this.dts = dts;
        this.entries = new Entries(dts);
        this.interference = interference;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        Interference interference = Interference.ofProcess();
        Dts dts = Dts.builder().name(arguments[0]).environment(interference).join();
        SoakNode node = new SoakNode(dts, interference);
        if (arguments[0].startsWith("listener")) {
            EntryListener.subscribe(dts, node.journal, Delivery.queue(65_536));
        }
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(node.reply(line.split(" ")));
        }
        dts.close(FAREWELL);
    }

    private String reply(String[] command) throws IOException {
        return switch (command[0]) {
            case "sender" -> String.valueOf(dts.sender());
            case "begin" -> String.valueOf(entries.publish(1, 10));
            case "flow" ->
                flow(Stream.of(command).skip(1).mapToInt(Integer::parseInt).toArray());
            case "stop" -> String.valueOf(flow == null ? entries.last() : flow.stop());
            case "last" -> String.valueOf(journal.last(Long.parseLong(command[1])));
            case "account" -> journal.account(Long.parseLong(command[1]));
            case "sample" -> sample().toString();
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private String flow(int[] load) {
        flow = Flow.start(entries, new Flow.Load(load[0], load[1], load[2], load[3]));
        return "";
    }

    private Sample sample() throws IOException {
        System.gc();
        DtsCounters counters = dts.counters();
        Runtime runtime = Runtime.getRuntime();
        return new Sample(
                runtime.totalMemory() - runtime.freeMemory(),
                resident(),
                entries.last(),
                entries.bytes(),
                journal.amiss(),
                interference.lost(),
                counters.receiving().kernelDrops().orElse(0),
                counters.repairing().repaired(),
                counters.repairing().sent());
    }

    /** What the process takes of the machine's memory, in bytes; 0 where nobody says. */
    private static long resident() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        }
    }
}

package org.domaintypesystem.testkit.scale;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.domaintypesystem.Dts;
import org.jspecify.annotations.Nullable;

/** Prints the table of docs/scale.md, for numbers of nodes and types as in {@code 20x30}. */
final class ScaleReport {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SPREAD = Duration.ofSeconds(10);
    private static final Duration JOIN = Duration.ofSeconds(5);
    private static final PrintStream OUT = System.out;

    /** With more nodes, a minute has to do. */
    private static final int MANY = 500;

    private ScaleReport() {}

    static void print(String... sizes) {
        // What is loaded once shall not count as the first peers'.
        row("20x10", false);
        OUT.println("| nodes × types | all start at once: known after | sent by each | received by each "
                + "| within 10 s: sent by each | received by each | bytes a peer "
                + "| a minute: sent by all | sent by each | received by each | bytes received by each "
                + "| one more: knows all after | sent by all | received by it |");
        OUT.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String size : sizes) {
            row(size, true);
        }
    }

    private static void row(String size, boolean isPrinted) {
        String[] numbers = size.split("x", 2);
        int nodes = Integer.parseInt(numbers[0]);
        int types = Integer.parseInt(numbers[1]);
        @Nullable Control spread = nodes < MANY || Boolean.getBoolean("dts.scale.spread") ? spread(nodes, types) : null;
        try (Crowd crowd = new Crowd(nodes, types, Duration.ZERO)) {
            long empty = used();
            Instant begin = crowd.network.now();
            crowd.untilAllIsKnown();
            Duration known = Duration.between(begin, crowd.network.now());
            crowd.network.run(START.minus(known));
            Control start = crowd.control();
            long perPeer = (used() - empty) / nodes / (nodes - 1);

            int minutes = nodes < MANY ? 10 : 1;
            Control steady = crowd.during(Duration.ofMinutes(minutes));

            Control before = crowd.control();
            Dts newcomer = crowd.join();
            Duration joined = crowd.untilAllIsKnownTo(newcomer);
            crowd.network.run(JOIN.minus(joined));
            Control join = crowd.control().minus(before);
            if (isPrinted) {
                OUT.printf(
                        Locale.ROOT,
                        "| %d × %d | %.2f s | %.1f | %d | %s | %s | %d | %d | %.1f | %d | %d | %.2f s | %d | %d |%n",
                        nodes,
                        types,
                        known.toMillis() / 1e3,
                        (double) start.sent() / nodes,
                        start.received() / nodes,
                        spread == null ? "" : "%.1f".formatted((double) spread.sent() / nodes),
                        spread == null ? "" : spread.received() / nodes,
                        perPeer,
                        steady.sent() / minutes,
                        (double) steady.sent() / minutes / nodes,
                        steady.received() / minutes / nodes,
                        steady.bytes() / minutes / nodes,
                        joined.toMillis() / 1e3,
                        join.sent(),
                        Crowd.received(newcomer));
            }
        }
    }

    /** Nodes start one after another, and what is sent until a minute later. */
    private static Control spread(int nodes, int types) {
        try (Crowd crowd = new Crowd(nodes, types, SPREAD.dividedBy(nodes))) {
            crowd.network.run(START);
            return crowd.control();
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

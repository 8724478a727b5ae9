package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures how many messages a second get from one process to another, how many get lost, and how long one takes there and
 * back, and prints tables in Markdown. Takes how long each measurement is, in seconds, from the system property
 * {@code bus.seconds}, and how many there are of each from {@code bus.rounds}. All on the loopback interface.
 */
public final class BusBenchmark {
    private static final int SECONDS = 3;
    private static final int ROUNDS = 3;
    private static final long WARM_UP_MILLIS = 1_500;

    private static final List<Topic> TOPICS = List.of(Topic.POSITION, Topic.WAVEFORM);
    /** Those whose messages wait for no other. */
    private static final List<Bus> ONE_BY_ONE = List.of(Bus.DTS, Bus.NIO, Bus.AERON, Bus.AERON_AWAKE);

    private final long millis;
    private final BusReport report;

    private BusBenchmark(long millis, BusReport report) {
        this.millis = millis;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.getInteger("bus.rounds", ROUNDS);
        long millis = TimeUnit.SECONDS.toMillis(Integer.getInteger("bus.seconds", SECONDS));
        BusReport report = new BusReport(rounds);
        BusBenchmark benchmark = new BusBenchmark(millis, report);
        for (int round = 1; round <= rounds; round++) {
            System.err.println("round " + round + " of " + rounds);
            benchmark.round();
        }
        System.out.print(report.markdown(TOPICS));
    }

    /** One after the other in each round, so that a slow minute of the machine is shared by all. */
    private void round() throws IOException {
        for (Topic topic : TOPICS) {
            for (Bus bus : Bus.values()) {
                try (Children children = Children.of(bus, topic, WARM_UP_MILLIS, millis)) {
                    report.add(bus, topic, children.throughput());
                }
            }
        }
        for (Bus bus : ONE_BY_ONE) {
            try (Children children = Children.of(bus, Topic.WAVEFORM, WARM_UP_MILLIS, millis)) {
                report.add(bus, children.roundTrips());
            }
        }
    }
}

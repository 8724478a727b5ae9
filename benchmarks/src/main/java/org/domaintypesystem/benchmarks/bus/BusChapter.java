package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.benchmarks.report.BarChart;
import org.domaintypesystem.benchmarks.report.Chapter;
import org.domaintypesystem.benchmarks.report.Effort;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Target;

/**
 * Measures how many messages a second get from one process to another, what that costs either of them, how many get lost, and
 * how long one takes there and back. All on the loopback interface.
 */
public final class BusChapter implements Chapter {
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "bus";
    }

    @Override
    public String command(Effort effort) {
        return "java -jar benchmarks/target/benchmarks.jar report " + (effort == Effort.QUICK ? "quick " : "") + "bus";
    }

    @Override
    public void measure(Effort effort, Figures figures) throws IOException {
        BusFigures.addReceiveBuffer(figures);
        try (Namespace network = Namespace.open()) {
            BusRun run = new BusRun(network, figures);
            int rounds = effort == Effort.QUICK ? 1 : ROUNDS;
            for (int round = 1; round <= rounds; round++) {
                System.err.printf("bus: round %d of %d%n", round, rounds);
                if (effort == Effort.QUICK) {
                    run.quickRound();
                } else {
                    run.round();
                }
            }
            if (!Bus.LCM.isHere(network)) {
                figures.fault("LCM, which needs root on Linux, and Debian's package liblcm-java");
            }
        }
    }

    @Override
    public List<Target> targets() {
        return BusTargets.ALL;
    }

    @Override
    public Map<String, String> tables(Figures figures) {
        return Map.of(
                "unpaced", BusTables.carried(BusFigures.UNPACED, figures),
                "paced", BusTables.carried(BusFigures.PACED, figures),
                "round trips", BusTables.roundTrips(figures),
                "starts", BusTables.starts(figures),
                "receive buffer", BusTables.receiveBuffer(figures));
    }

    @Override
    public Map<String, BarChart> charts(Figures figures) {
        Map<Topic, BarChart.Panel> panels = new EnumMap<>(Topic.class);
        for (Topic topic : List.of(Topic.B64, Topic.B256, Topic.KIB1)) {
            panels.put(topic, BusTables.panel(BusFigures.UNPACED, topic.title, BusFigures.PER_SECOND, figures));
        }
        Map<String, BarChart> charts = new LinkedHashMap<>();
        charts.put(
                "bus-messages",
                new BarChart("messages a second, as many as it goes: more is better", List.copyOf(panels.values())));
        charts.put(
                "bus-round-trips",
                new BarChart(
                        "round trips of 256 bytes, microseconds: less is better",
                        List.of(
                                BusTables.panel(BusFigures.ROUND_TRIPS, "half take at most", BusFigures.HALF, figures),
                                BusTables.panel(
                                        BusFigures.ROUND_TRIPS, "99 % take at most", BusFigures.MOST, figures))));
        return charts;
    }
}

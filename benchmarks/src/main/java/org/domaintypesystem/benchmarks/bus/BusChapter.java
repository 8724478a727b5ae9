package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
    /** Those who wait for no other message, or hide that they do. */
    private static final List<Bus> ROUND_TRIPS = List.of(
            Bus.DTS, Bus.DTS_HANDED_OFF, Bus.NIO, Bus.AERON, Bus.AERON_AWAKE, Bus.JGROUPS, Bus.JEROMQ);

    private static final List<Bus> STARTS = List.of(Bus.DTS, Bus.NIO, Bus.AERON, Bus.JGROUPS, Bus.JEROMQ);

    private static final List<Bus> QUICK = List.of(Bus.DTS, Bus.DTS_PACKED, Bus.NIO, Bus.AERON);
    private static final List<Topic> QUICK_TOPICS = List.of(Topic.B64, Topic.B256);
    private static final List<Topic> TOPICS =
            List.of(Topic.B64, Topic.B256, Topic.KIB1, Topic.KIB64, Topic.MIB1);
    private static final List<Bus> MANY_SMALL = List.of(Bus.DTS_PACKED, Bus.DTS_RELIABLE, Bus.AERON, Bus.JEROMQ);
    private static final int MILLION = 1_000_000;
    private static final int CALM = 50_000;

    private static final int ROUNDS = 3;
    private static final long WARM_UP_MILLIS = 800;
    private static final long MILLIS = 1_000;
    private static final long QUICK_MILLIS = 700;

    @Override
    public String name() {
        return "bus";
    }

    @Override
    public String command(Effort effort) {
        return "java -jar benchmarks/target/benchmarks.jar report " + (effort == Effort.QUICK ? "quick " : "") + "bus";
    }

    /** One after the other in each round, so that a slow minute of the machine is shared by all. */
    @Override
    public void measure(Effort effort, Figures figures) throws IOException {
        BusFigures.addReceiveBuffer(figures);
        int rounds = effort == Effort.QUICK ? 1 : ROUNDS;
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("bus: round %d of %d%n", round, rounds);
            if (effort == Effort.QUICK) {
                quickRound(figures);
            } else {
                round(figures);
            }
        }
    }

    private static void quickRound(Figures figures) {
        for (Topic topic : QUICK_TOPICS) {
            for (Bus bus : QUICK) {
                carry(BusFigures.UNPACED, new Trial(bus, topic, 0, QUICK_MILLIS, QUICK_MILLIS), figures);
            }
        }
        for (Bus bus : QUICK) {
            if (ROUND_TRIPS.contains(bus)) {
                roundTrip(new Trial(bus, Topic.B256, 0, QUICK_MILLIS, QUICK_MILLIS), figures);
                start(bus, figures);
            }
        }
    }

    /** A process that has just started publishes calmly. */
    private static void start(Bus bus, Figures figures) {
        Trial trial = new Trial(bus, Topic.B64, CALM, 0, QUICK_MILLIS);
        try (Children children = Children.of(trial)) {
            BusFigures.add(trial, children.firstMessageNanos(), figures);
        } catch (IOException e) {
            figures.fault("start of %s: %s".formatted(trial, e.getMessage()));
        }
    }

    private static void round(Figures figures) {
        for (Topic topic : TOPICS) {
            for (Bus bus : Bus.values()) {
                if (bus.carries(topic) && bus != Bus.DTS_HANDED_OFF) {
                    carry(BusFigures.UNPACED, new Trial(bus, topic, 0, WARM_UP_MILLIS, MILLIS), figures);
                }
            }
        }
        for (Bus bus : MANY_SMALL) {
            carry(BusFigures.PACED, new Trial(bus, Topic.B64, MILLION, WARM_UP_MILLIS, MILLIS), figures);
        }
        for (Bus bus : Bus.values()) {
            carry(BusFigures.PACED, new Trial(bus, Topic.B256, CALM, WARM_UP_MILLIS, MILLIS), figures);
        }
        for (Bus bus : ROUND_TRIPS) {
            roundTrip(new Trial(bus, Topic.B256, 0, WARM_UP_MILLIS, MILLIS), figures);
        }
        STARTS.forEach(bus -> start(bus, figures));
    }

    private static void carry(String table, Trial trial, Figures figures) {
        try (Children children = Children.of(trial)) {
            BusFigures.add(table, trial, children.carried(), figures);
        } catch (IOException | NoSuchElementException e) {
            figures.fault("%s: %s".formatted(trial, e.getMessage()));
        }
    }

    private static void roundTrip(Trial trial, Figures figures) {
        try (Children children = Children.of(trial)) {
            BusFigures.add(trial, children.roundTrips(), figures);
        } catch (IOException | NoSuchElementException e) {
            figures.fault("round trips of %s: %s".formatted(trial, e.getMessage()));
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

package org.domaintypesystem.benchmarks.bus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Gathers measurements and makes tables of their medians. */
final class BusReport {
    private static final double THOUSAND = 1e3;

    private final Map<Bus, Map<Topic, List<Throughput>>> throughputs = new EnumMap<>(Bus.class);
    private final Map<Bus, List<RoundTripTimes>> roundTrips = new EnumMap<>(Bus.class);
    private final int rounds;

    /**
     * @param rounds how many each median is of
     */
    BusReport(int rounds) {
        this.rounds = rounds;
    }

    void add(Bus bus, Topic topic, Throughput throughput) {
        throughputs
                .computeIfAbsent(bus, unused -> new HashMap<>())
                .computeIfAbsent(topic, unused -> new ArrayList<>())
                .add(throughput);
    }

    void add(Bus bus, RoundTripTimes times) {
        roundTrips.computeIfAbsent(bus, unused -> new ArrayList<>()).add(times);
    }

    String markdown(List<Topic> topics) {
        StringBuilder text = new StringBuilder();
        for (Topic topic : topics) {
            throughputs(topic, text);
        }
        line(text, "Round trips of %d bytes, microseconds, medians of %d:%n", Topic.WAVEFORM.bytes, rounds);
        text.append("| | 50 % take at most | 99 % take at most |\n|---|---|---|\n");
        roundTrips.forEach((bus, times) -> line(
                text,
                "| %s | %.0f | %.0f |",
                bus.title,
                median(times, RoundTripTimes::median) / THOUSAND,
                median(times, RoundTripTimes::most) / THOUSAND));
        return text.toString();
    }

    private void throughputs(Topic topic, StringBuilder text) {
        line(text, "Messages of %d bytes, thousands a second, medians of %d:%n", topic.bytes, rounds);
        text.append("| | received | least and most | lost | to Aeron | to a datagram a message |\n");
        text.append("|---|---|---|---|---|---|\n");
        double aeron = perSecond(Bus.AERON, topic);
        double single = perSecond(Bus.DTS, topic);
        for (Bus bus : Bus.values()) {
            double median = perSecond(bus, topic);
            List<Throughput> all = of(bus, topic);
            line(
                    text,
                    "| %s | %.0f | %.0f–%.0f | %.2f %% | %.2f | %.2f |",
                    bus.title,
                    median / THOUSAND,
                    all.stream().mapToDouble(Throughput::perSecond).min().orElse(Double.NaN) / THOUSAND,
                    all.stream().mapToDouble(Throughput::perSecond).max().orElse(Double.NaN) / THOUSAND,
                    median(all, Throughput::lossPercent),
                    median / aeron,
                    median / single);
        }
        text.append('\n');
    }

    private double perSecond(Bus bus, Topic topic) {
        return median(of(bus, topic), Throughput::perSecond);
    }

    private List<Throughput> of(Bus bus, Topic topic) {
        return throughputs.getOrDefault(bus, Map.of()).getOrDefault(topic, List.of());
    }

    private static <T> double median(List<T> measured, ToDoubleFunction<T> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values))
                .append('\n');
    }
}

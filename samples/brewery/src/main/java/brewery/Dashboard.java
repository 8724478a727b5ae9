package brewery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;

/** Shows the last measurement of every sensor, and how many there were. */
final class Dashboard {
    /** What a sensor measures where. */
    record Reading(String place, String value) {}

    private final Tally tally = new Tally();
    private final Map<Long, Reading> readings = new ConcurrentHashMap<>();
    private Map<Long, Long> before = Map.of();
    private long beforeNanos = System.nanoTime();

    public static void main(String[] args) throws InterruptedException {
        run("dashboard");
    }

    static void run(String name) throws InterruptedException {
        Dashboard dashboard = new Dashboard();
        try (Dts dts = Site.ofProcess().join(name);
                Screen screen = Screen.ofProcess()) {
            dashboard.listen(dts);
            Station station = new Station(dts, dashboard.tally);
            station.workUntilOver(() -> {
                long now = System.nanoTime();
                if (dashboard.hasHeardAny() && screen.isDue(now)) {
                    screen.show(dashboard.lines(station.shift(), now), now);
                }
            });
            long now = System.nanoTime();
            screen.show(dashboard.lines(station.shift(), now), now);
        }
    }

    void listen(Dts dts) {
        BrewListener.subscribe(dts, showing(Brew.class, b -> new Reading(b.vessel(), b.sake())));
        TemperatureListener.subscribe(
                dts, showing(Temperature.class, t -> new Reading(t.sensor(), format("%.2f C", t.celsius()))));
        PressureListener.subscribe(
                dts, showing(Pressure.class, p -> new Reading(p.vessel(), format("%.1f kPa", p.kilopascals()))));
        PumpStatusListener.subscribe(
                dts, showing(PumpStatus.class, p -> new Reading(p.pump(), format("%s, %d rpm", p.state(), p.rpm()))));
        FlowRateListener.subscribe(
                dts, showing(FlowRate.class, f -> new Reading(f.pipe(), format("%.1f l/min", f.litresPerMinute()))));
    }

    private boolean hasHeardAny() {
        return tally.counts().stream().anyMatch(Count::isOfAnything);
    }

    private <T> Listener<T> showing(Class<T> type, Function<T, Reading> reading) {
        return tally.counting(type, (message, info) -> readings.put(info.sender(), reading.apply(message)));
    }

    private List<String> lines(Shift shift, long nowNanos) {
        List<Count> counts = tally.counts().stream().filter(Count::isOfAnything).toList();
        double seconds = Math.max(1, nowNanos - beforeNanos) / 1e9;
        List<String> lines = lines(shift, counts, readings, before, seconds);
        before = received(counts);
        beforeNanos = nowNanos;
        return lines;
    }

    /**
     * What to show.
     *
     * @param before how many messages of each sender there were so many seconds ago
     */
    static List<String> lines(
            Shift shift, List<Count> counts, Map<Long, Reading> readings, Map<Long, Long> before, double seconds) {
        Table table = new Table("type", "place", "reading", "messages", "per second", "missed");
        for (Count count : counts) {
            Reading reading = readings.getOrDefault(count.sender(), new Reading("?", ""));
            long recent = count.received() - before.getOrDefault(count.sender(), 0L);
            table.row(
                    count.type(),
                    reading.place(),
                    reading.value(),
                    count.received(),
                    Math.round(recent / seconds),
                    count.missed());
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(format("Sake brewery, %d s to go. %s", shift.secondsLeft(), shift.news()));
        lines.addAll(table.lines());
        return lines;
    }

    private static Map<Long, Long> received(List<Count> counts) {
        Map<Long, Long> received = new ConcurrentHashMap<>();
        counts.forEach(count -> received.merge(count.sender(), count.received(), Long::sum));
        return received;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

package brewery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.domaintypesystem.Dts;

/** The last word of every sensor and every station. */
final class Reports {
    private record Sent(String type, long sender, long count) {}

    private record Heard(Set<String> types, List<Count> counts) {
        static final Heard NOTHING = new Heard(Set.of(), List.of());
    }

    private final Map<Long, Sent> sensors = new ConcurrentHashMap<>();
    private final Map<String, Heard> stations = new ConcurrentHashMap<>();

    static Reports listen(Dts dts) {
        Reports reports = new Reports();
        SensorReportListener.subscribe(
                dts, (report, info) -> reports.sensor(info.sender(), report.type(), report.sent()));
        StationReportListener.listen(dts, report -> reports.station(report.station(), report.types(), report.counts()));
        return reports;
    }

    void sensor(long sender, String type, long sent) {
        sensors.put(sender, new Sent(type, sender, sent));
    }

    void station(String station, Collection<String> types, List<Count> counts) {
        stations.put(station, new Heard(Set.copyOf(types), counts));
    }

    boolean areStationsReady(Collection<String> names) {
        return stations.keySet().containsAll(names);
    }

    int sensors() {
        return sensors.size();
    }

    /** Whether a station has heard a message of a type. */
    boolean hasHeard(String station, String type) {
        return heard(station).counts().stream().anyMatch(count -> count.type().equals(type) && count.received() > 0);
    }

    /** How many sensors a station has heard. */
    long sensorsHeard(String station) {
        return heard(station).counts().stream()
                .filter(count -> count.received() > 0)
                .count();
    }

    /**
     * Whether every message that was sent has been heard by all the stations that listen to its type, and by one at least. What
     * others may publish is not asked for.
     */
    boolean hasEverythingArrived(Collection<String> names) {
        return sensors.values().stream().allMatch(sent -> {
            List<String> listeners =
                    names.stream().filter(name -> listens(name, sent)).toList();
            return !listeners.isEmpty() && listeners.stream().allMatch(name -> received(name, sent) == sent.count());
        });
    }

    /** What was sent, and what arrived of it at each station, by type. */
    List<String> summary(Collection<String> names) {
        List<String> header = new ArrayList<>(List.of("type", "sent"));
        names.forEach(name -> header.addAll(List.of(name, "lost")));
        Table table = new Table(header.toArray(String[]::new));
        sensors.values().stream().sorted(Comparator.comparing(Sent::type)).forEach(sent -> {
            List<Object> row = new ArrayList<>(List.of(sent.type(), sent.count()));
            for (String name : names) {
                long received = received(name, sent);
                row.addAll(
                        listens(name, sent)
                                ? List.of(received, sent.count() - received)
                                : List.of(Table.NOTHING, Table.NOTHING));
            }
            table.row(row.toArray());
        });
        return table.lines();
    }

    private boolean listens(String station, Sent sent) {
        return heard(station).types().contains(sent.type());
    }

    private long received(String station, Sent sent) {
        return heard(station).counts().stream()
                .filter(count -> count.sender() == sent.sender() && count.type().equals(sent.type()))
                .mapToLong(Count::received)
                .sum();
    }

    private Heard heard(String station) {
        return stations.getOrDefault(station, Heard.NOTHING);
    }
}

package brewery;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Publisher;

/**
 * The stations that expect what a sensor will publish. Reliable messages are missed from when a listener has heard of their
 * publisher: a sensor of which everything shall be recorded, the first message included, waits for that.
 */
final class Audience {
    /** How long it takes until all stations have reported, and expect what they know of. */
    private static final Duration SETTLING = Duration.ofMillis(500);

    /** Without any station it measures all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final long sender;
    private final String type;
    private final long startNanos = System.nanoTime();
    private final Map<String, Long> knownSince = new ConcurrentHashMap<>();
    private final Set<String> stations = ConcurrentHashMap.newKeySet();

    private Audience(long sender, String type) {
        this.sender = sender;
        this.type = type;
    }

    static Audience of(Dts dts, String type, Publisher<?> publisher) {
        Audience audience = new Audience(dts.sender(), type);
        StationReportListener.listen(dts, audience::heard);
        publisher.announce();
        return audience;
    }

    private void heard(StationReport report) {
        if (report.types().contains(type)) {
            stations.add(report.station());
            if (report.counts().stream().anyMatch(count -> count.sender() == sender)) {
                knownSince.putIfAbsent(report.station(), System.nanoTime());
            }
        }
    }

    /** Whether it is time to begin. */
    boolean isThere() {
        long now = System.nanoTime();
        boolean isExpected = !stations.isEmpty()
                && stations.stream()
                        .allMatch(station -> now - knownSince.getOrDefault(station, now) > SETTLING.toNanos());
        return isExpected || now - startNanos > PATIENCE.toNanos();
    }
}

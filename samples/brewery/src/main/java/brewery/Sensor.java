package brewery;

import java.time.Duration;
import java.util.function.Function;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Publisher;

/** What the sensors have in common: each publishes at its pace until the shift ends, then says how much that was. */
final class Sensor {
    private static final int REPORTS_PER_SECOND = 10;
    private static final int LOOKS_PER_SECOND = 50;

    /** How long to stay for a station that still misses something. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private Sensor() {}

    /** Measures and publishes what it has measured. */
    interface Instrument<P> {
        /**
         * Publishes a measurement.
         *
         * @param number of the measurement, from 1 on
         * @return whether it was accepted
         */
        boolean measure(P publisher, long number);
    }

    static <P extends Publisher<?>> void run(
            Class<? extends Record> type,
            String name,
            int perSecond,
            Function<Dts, P> publisherOf,
            Instrument<P> instrument)
            throws InterruptedException {
        try (Dts dts = Site.ofProcess().join(name)) {
            ShiftClock shift = ShiftClock.listen(dts);
            P publisher = publisherOf.apply(dts);
            Audience audience = Audience.of(dts, type.getSimpleName(), publisher);
            for (Pace pace = new Pace(LOOKS_PER_SECOND); shift.isRunning() && !audience.isThere(); pace.await()) {}

            long sent = 0;
            for (Pace pace = new Pace(perSecond); shift.isRunning(); pace.await()) {
                sent += instrument.measure(publisher, sent + 1) ? 1 : 0;
            }
            SensorReportPublisher reports = new SensorReportPublisher(dts);
            for (Pace pace = new Pace(REPORTS_PER_SECOND); !shift.isOver(); pace.await()) {
                reports.publish(name, type.getSimpleName(), sent);
            }
            dts.close(FAREWELL);
        }
    }
}

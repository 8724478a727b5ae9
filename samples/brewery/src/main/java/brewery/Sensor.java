package brewery;

import java.util.function.Function;
import java.util.function.LongConsumer;
import org.domaintypesystem.Dts;

/** What the sensors have in common: each publishes at its pace until the shift ends, then says how much that was. */
final class Sensor {
    private static final int REPORTS_PER_SECOND = 10;

    private Sensor() {}

    /**
     * Runs a sensor.
     *
     * @param instrument makes what publishes a measurement; it is handed the number of the measurement, from 1 on
     */
    static void run(Class<? extends Record> type, String name, int perSecond, Function<Dts, LongConsumer> instrument)
            throws InterruptedException {
        try (Dts dts = Dts.builder().name(name).join()) {
            ShiftClock shift = ShiftClock.listen(dts);
            LongConsumer measurements = instrument.apply(dts);
            long sent = 0;
            for (Pace pace = new Pace(perSecond); shift.isRunning(); pace.await()) {
                measurements.accept(++sent);
            }
            SensorReportPublisher reports = new SensorReportPublisher(dts);
            for (Pace pace = new Pace(REPORTS_PER_SECOND); !shift.isOver(); pace.await()) {
                reports.publish(name, type.getSimpleName(), sent);
            }
        }
    }
}

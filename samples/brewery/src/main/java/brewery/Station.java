package brewery;

import org.domaintypesystem.Dts;
import org.domaintypesystem.SharedType;

/** What the logger and the dashboard have in common: they listen, and say what they have heard, until the shift is over. */
final class Station {
    private static final int REPORTS_PER_SECOND = 10;

    private final Dts dts;
    private final Tally tally;
    private final ShiftClock shift;
    private final StationReportPublisher reports;

    Station(Dts dts, Tally tally) {
        this.dts = dts;
        this.tally = tally;
        this.shift = ShiftClock.listen(dts);
        this.reports = new StationReportPublisher(dts);
    }

    Shift shift() {
        return shift.last();
    }

    /** Call it when everything listens. */
    void workUntilOver(Runnable work) throws InterruptedException {
        for (Pace pace = new Pace(REPORTS_PER_SECOND); !shift.isOver(); pace.await()) {
            work.run();
            expectPublishers();
            reports.publish(dts.name(), tally.types(), tally.counts());
        }
    }

    private void expectPublishers() {
        for (SharedType type : dts.types()) {
            type.publishers().forEach(publisher -> tally.expect(type.name(), publisher.sender()));
        }
    }
}

package brewery;

import java.time.Duration;
import org.domaintypesystem.Dts;

/** What has been heard of the shift. */
final class ShiftClock {
    /** So long without a word, and there is no brewery any more: then its programs end, too. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private volatile Shift last = new Shift(ShiftPhase.RUNNING, 0, "");
    private volatile long heardNanos = System.nanoTime();

    static ShiftClock listen(Dts dts) {
        ShiftClock clock = new ShiftClock();
        ShiftListener.listen(dts, clock::set);
        return clock;
    }

    private void set(Shift shift) {
        last = shift;
        heardNanos = System.nanoTime();
    }

    Shift last() {
        return last;
    }

    boolean isRunning() {
        return last.phase() == ShiftPhase.RUNNING && !isSilent();
    }

    boolean isOver() {
        return last.phase() == ShiftPhase.OVER || isSilent();
    }

    private boolean isSilent() {
        return System.nanoTime() - heardNanos > SILENCE.toNanos();
    }
}

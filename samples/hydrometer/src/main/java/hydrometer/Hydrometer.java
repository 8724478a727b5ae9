package hydrometer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Dts;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.testkit.Interference;

/** Measures a tank, once somebody listens, until the shift ends. */
final class Hydrometer {
    private static final TypeDescriptor GRAVITY = GravityCodec.INSTANCE.type();
    private static final int PAUSE_MILLIS = 20;
    private static final int GRACE_MILLIS = 500;

    /**
     * Who listens to whatever types there are misses the first message of a new one only if its publisher has announced itself once more
     * by then, which it does after about a second, and two seconds later. It matters where datagrams get lost.
     */
    private static final int GRACE_WITH_LOSS_MILLIS = 3500;

    /** Without anybody who listens it measures all the same. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** So long without a word, and there is no brewery any more. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Dts dts;
    private final long startNanos = System.nanoTime();
    private volatile ShiftPhase phase = ShiftPhase.RUNNING;
    private volatile long heardNanos = startNanos;

    private Hydrometer(Dts dts) {
        this.dts = dts;
    }

    public static void main(String[] args) throws InterruptedException {
        try (Dts dts = Dts.builder()
                .name("hydrometer")
                .environment(Interference.ofProcess())
                .join()) {
            new Hydrometer(dts).run();
            dts.close(FAREWELL);
        }
    }

    private void run() throws InterruptedException {
        ShiftListener.listen(dts, shift -> {
            phase = shift.phase();
            heardNanos = System.nanoTime();
        });

        // Who answers for a type is announced with it, before there is any message that somebody could miss.
        GravityPublisher gravities = new GravityPublisher(dts);
        gravities.answer((question, answer) -> answer.sendLast(measure()));
        while (isIn(ShiftPhase.RUNNING) && !isListenedTo() && System.nanoTime() - startNanos < PATIENCE_NANOS) {
            Thread.sleep(PAUSE_MILLIS);
        }
        // Time for others who have heard of the type, too.
        boolean isLossy = Double.parseDouble(System.getProperty("dts.loss", "0")) > 0;
        Thread.sleep(isLossy ? GRACE_WITH_LOSS_MILLIS : GRACE_MILLIS);

        long sent = 0;
        while (isIn(ShiftPhase.RUNNING)) {
            sent += gravities.publish(measure()) ? 1 : 0;
            Thread.sleep(PAUSE_MILLIS);
        }

        SensorReportPublisher reports = new SensorReportPublisher(dts);
        while (isIn(ShiftPhase.ENDING)) {
            reports.publish("hydrometer", GRAVITY.name(), sent);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Gravity measure() {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        // Ferments somewhat faster than sake does.
        return new Gravity("tank 3", 12 * Math.exp(-seconds / 10), Instant.now());
    }

    private boolean isIn(ShiftPhase wanted) {
        return phase == wanted && System.nanoTime() - heardNanos < SILENCE_NANOS;
    }

    private boolean isListenedTo() {
        return dts.types().stream()
                .anyMatch(type ->
                        type.typeId() == GRAVITY.typeId() && !type.listeners().isEmpty());
    }
}

package brewery;

import java.time.Instant;

/** Watches the pump between the two. */
final class PumpSensor {
    private static final PumpState[] STATES = PumpState.values();

    private PumpSensor() {}

    public static void main(String[] args) throws InterruptedException {
        Sensor.run(PumpStatus.class, "transfer", 50, PumpStatusPublisher::new, (pumps, number) -> {
            PumpState state = STATES[(int) (number / 100 % STATES.length)];
            return pumps.publish("transfer", state, 700 * state.ordinal(), Instant.now());
        });
    }
}

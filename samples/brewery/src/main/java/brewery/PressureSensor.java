package brewery;

import java.time.Instant;

/** Measures the fermenter. */
final class PressureSensor {
    private PressureSensor() {}

    public static void main(String[] args) throws InterruptedException {
        // From the components: no object is made for the message.
        Sensor.run(
                Pressure.class,
                "fermenter",
                200,
                PressurePublisher::new,
                (pressures, number) -> pressures.publish("fermenter", 101.3 + number % 100 / 10.0, Instant.now()));
    }
}

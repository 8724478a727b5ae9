package brewery;

import java.time.Instant;

/** Measures the pipe to the bottles. Comes late, and nobody has to be told. */
final class FlowRateSensor {
    private FlowRateSensor() {}

    public static void main(String[] args) throws InterruptedException {
        Sensor.run(
                FlowRate.class,
                "bottling",
                200,
                FlowRatePublisher::new,
                (flows, number) -> flows.publish("bottling", 30 + number % 50 / 10f, Instant.now()));
    }
}

package brewery;

import java.time.Instant;

/** Measures the mash tun. */
final class TemperatureSensor {
    private TemperatureSensor() {}

    public static void main(String[] args) throws InterruptedException {
        Sensor.run(
                Temperature.class,
                "mash-tun",
                200,
                TemperaturePublisher::new,
                (temperatures, number) -> temperatures.publish(
                        new Temperature("mash-tun", 64 + 2 * Math.sin(number / 400.0), Instant.now())));
    }
}

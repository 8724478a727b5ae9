package ${package};

import java.time.Instant;
import org.domaintypesystem.Dts;

/** Publishes a temperature each second, under the name that it is given. */
public final class Thermometer {
    private Thermometer() {}

    public static void main(String[] args) throws InterruptedException {
        String sensor = args.length > 0 ? args[0] : "kitchen";
        try (Dts dts = Dts.join()) {
            TemperaturePublisher temperatures = new TemperaturePublisher(dts);
            for (int second = 0; true; second++) {
                temperatures.publish(new Temperature(sensor, 20 + second % 50 / 10.0, Instant.now()));
                Thread.sleep(1000);
            }
        }
    }
}

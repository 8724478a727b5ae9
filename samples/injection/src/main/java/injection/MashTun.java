package injection;

import jakarta.inject.Inject;
import java.time.Instant;

/** Tells whoever listens how warm the mash is. Asks for a publisher, and for nothing that it runs on. */
public final class MashTun {
    private final TemperaturePublisher temperatures;

    @Inject
    MashTun(TemperaturePublisher temperatures) {
        this.temperatures = temperatures;
    }

    public void measured(double celsius) {
        temperatures.publish("mash-tun", celsius, Instant.now());
    }
}

package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import org.domaintypesystem.Dts;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VirtualNetworkExtension.class)
class ScreenTest {
    private final Screen screen = new Screen();
    private Dts sensor;

    @BeforeEach
    void join(VirtualNetwork network) {
        sensor = network.join("sensor");
        TemperatureListener.subscribe(network.join("screen"), screen);
    }

    @Seeds(100)
    void countsWhatIsLost(VirtualNetwork network) {
        publish(network, 0, 1);
        network.loss(0.3);
        publish(network, 1, 99);
        network.loss(0);
        publish(network, 99, 100);
        assertThat(screen.shown() + screen.missed()).isEqualTo(100);
    }

    @Test
    void goesOnWhenTheSensorRestarts(VirtualNetwork network) {
        publish(network, 0, 10);
        sensor = network.restart(sensor);
        publish(network, 20, 30);
        assertThat(screen.latest()).containsEntry("mash-tun", 29.0);
        assertThat(screen.missed()).isZero();
    }

    private void publish(VirtualNetwork network, int from, int to) {
        TemperaturePublisher temperatures = new TemperaturePublisher(sensor);
        for (int celsius = from; celsius < to; celsius++) {
            temperatures.publish("mash-tun", celsius, network.now());
        }
        network.runUntilQuiet();
    }
}

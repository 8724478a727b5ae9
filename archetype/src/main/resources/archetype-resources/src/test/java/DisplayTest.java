package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a network in memory: no socket, no waiting. */
@ExtendWith(VirtualNetworkExtension.class)
class DisplayTest {
    private Map<String, Double> shown = Map.of();
    private TemperaturePublisher kitchen;
    private TemperaturePublisher cellar;

    @BeforeEach
    void join(VirtualNetwork network) {
        TemperatureListener.subscribe(network.join("display"), new Display(latest -> shown = latest));
        kitchen = new TemperaturePublisher(network.join("kitchen"));
        cellar = new TemperaturePublisher(network.join("cellar"));
    }

    @Test
    void showsTheLatestOfEach(VirtualNetwork network) {
        kitchen.publish(new Temperature("kitchen", 20.5, network.now()));
        cellar.publish(new Temperature("cellar", 8, network.now()));
        network.runUntilQuiet();
        kitchen.publish(new Temperature("kitchen", 21, network.now()));
        network.runUntilQuiet();
        assertEquals(Map.of("kitchen", 21.0, "cellar", 8.0), shown);
    }

    @Seeds(20)
    void isRightAgainAfterLosses(VirtualNetwork network) {
        network.loss(0.5);
        for (int celsius = 0; celsius < 20; celsius++) {
            kitchen.publish(new Temperature("kitchen", celsius, network.now()));
        }
        network.runUntilQuiet();
        network.loss(0);
        kitchen.publish(new Temperature("kitchen", 20, network.now()));
        network.runUntilQuiet();
        assertEquals(Map.of("kitchen", 20.0), shown);
    }
}

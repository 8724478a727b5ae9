package ${package};

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.MessageInfo;

/** Shows the latest temperature of each sensor, whoever publishes it. */
public final class Display implements Listener<Temperature> {
    private final Map<String, Double> latest = new TreeMap<>();
    private final Consumer<Map<String, Double>> screen;

    public Display(Consumer<Map<String, Double>> screen) {
        this.screen = screen;
    }

    public static void main(String[] args) throws InterruptedException {
        try (Dts dts = Dts.join()) {
            TemperatureListener.subscribe(dts, new Display(System.out::println));
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void onMessage(Temperature temperature, MessageInfo info) {
        latest.put(temperature.sensor(), temperature.celsius());
        screen.accept(new TreeMap<>(latest));
    }
}

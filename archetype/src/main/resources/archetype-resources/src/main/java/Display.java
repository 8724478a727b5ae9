package ${package};

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.MessageInfo;

/** Shows the temperatures that anyone publishes. */
public final class Display implements Listener<Temperature> {
    private final Map<String, Double> latest = new ConcurrentSkipListMap<>();

    public static void main(String[] args) throws InterruptedException {
        try (Dts dts = Dts.join()) {
            TemperatureListener.subscribe(dts, new Display());
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void onMessage(Temperature temperature, MessageInfo info) {
        latest.put(temperature.sensor(), temperature.celsius());
        System.out.println(latest);
    }

    /** The latest temperature of each sensor. */
    public Map<String, Double> latest() {
        return Map.copyOf(latest);
    }
}

package brewery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/** Shows the latest temperature of every sensor, and how many readings it had to do without. */
final class Screen implements Listener<Temperature> {
    private final Map<String, Double> latest = new LinkedHashMap<>();
    private long shown;
    private long missed;

    @Override
    public void onMessage(Temperature reading, MessageInfo info) {
        latest.put(reading.sensor(), reading.celsius());
        shown++;
    }

    @Override
    public void onLoss(Loss loss) {
        missed += loss.count();
    }

    Map<String, Double> latest() {
        return latest;
    }

    long shown() {
        return shown;
    }

    long missed() {
        return missed;
    }
}

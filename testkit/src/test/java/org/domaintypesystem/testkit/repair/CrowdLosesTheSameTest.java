package org.domaintypesystem.testkit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of many who miss the same a few ask, and it is sent again for all of them at once. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class CrowdLosesTheSameTest {
    private static final int LOSSES = 10;

    private boolean isLosing;
    private long asked;
    private long sent;

    /** In the virtual network's own way, a datagram takes 0.1 ms, so that an answer is there 0.2 ms after the first request. */
    @Test
    void aThousand(VirtualNetwork network) {
        Parcels parcels = crowd(network, 1000, Duration.ofNanos(100_000));
        assertThat(lose(network, parcels)).isLessThan(LOSSES * 4);
    }

    /** Five times as far away. */
    @Test
    void twoHundredFarAway(VirtualNetwork network) {
        Parcels parcels = crowd(network, 200, Duration.ofNanos(500_000));
        assertThat(lose(network, parcels)).isLessThan(LOSSES * 4);
    }

    private final List<Receipts> all = new ArrayList<>();

    private Parcels crowd(VirtualNetwork network, int listeners, Duration delay) {
        network.delay(delay);
        Parcels parcels = new Parcels(network.join("shop"));
        String shop = parcels.dts.name();
        for (int i = 0; i < listeners; i++) {
            all.add(Receipts.of(network, network.join("home" + i), Delivery.inline()));
        }
        // Until each knows how many there are.
        network.run(Duration.ofMillis(50));
        parcels.publish(10);
        network.run(Duration.ofMillis(50));
        network.filter(datagram -> {
            boolean isOfType = datagram.isFor(parcels.type());
            if (datagram.to().equals(shop) && Forgery.isNak(datagram.bytes())) {
                asked++;
            } else if (isOfType && !Forgery.isHeartbeat(datagram.bytes())) {
                sent++;
            }
            return !(isLosing && isOfType);
        });
        return parcels;
    }

    /** Returns how many requests there were. */
    private long lose(VirtualNetwork network, Parcels parcels) {
        int listeners = all.size();
        for (int i = 0; i < LOSSES; i++) {
            isLosing = true;
            parcels.publish(100);
            isLosing = false;
            parcels.publish(100);
            network.run(Duration.ofMillis(40));
        }
        for (Receipts receipts : all) {
            receipts.requireAll(parcels.dts, 1, parcels.published);
        }
        long again = sent / listeners - 2 * LOSSES;
        assertThat(asked).isGreaterThanOrEqualTo(LOSSES);
        assertThat(again).isBetween((long) LOSSES, LOSSES * 11L / 10);
        return asked;
    }
}

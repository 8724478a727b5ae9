package org.domaintypesystem.testkit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.domaintypesystem.Dts;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class LargeParcelTest {
    /** What there is besides the content. */
    private static final int HEAD = 256;

    private static final int LARGEST = (16 << 20) - HEAD;

    /** Of 12 900 datagrams of one message, and those that were sent before and behind it. */
    @Seeds(2)
    void sixteenMebibytesThroughATenthOfLoss(VirtualNetwork network) {
        Parcels parcels = new Parcels(network.join("shop"));
        Dts dts = parcels.dts;
        List<Receipts> all =
                List.of(Receipts.of(network, network.join("home")), Receipts.of(network, network.join("neighbour")));
        parcels.publish(10);
        network.run(Duration.ofSeconds(5));
        network.loss(0.1);
        long before = network.traffic(dts).sentBytes();
        parcels.publish(LARGEST);
        parcels.publish(20, 100);
        Instant sent = network.now();
        network.runUntil(
                () -> all.stream()
                        .allMatch(receipts -> receipts.of(dts.sender()).size() == parcels.published),
                Duration.ofSeconds(10));
        all.forEach(receipts -> receipts.requireAll(dts, 1, parcels.published));
        assertThat(Duration.between(sent, network.now())).isLessThan(Duration.ofSeconds(3));
        // Each datagram once, and again for each time that one of the two has lost it.
        assertThat(network.traffic(dts).sentBytes() - before).isBetween((long) LARGEST, LARGEST * 3L / 2);
        network.run(Duration.ofSeconds(5));
    }

    @Test
    void severalSendersAtATimeThroughAThirdOfLoss(VirtualNetwork network) {
        network.loss(0.3).duplication(0.1).delay(Duration.ofNanos(50_000), Duration.ofMillis(3));
        List<Parcels> shops = List.of(
                new Parcels(network.join("one")), new Parcels(network.join("two")), new Parcels(network.join("three")));
        Receipts receipts = Receipts.of(network, network.join("home"));
        shops.forEach(shop -> shop.publish(10));
        network.run(Duration.ofSeconds(20));
        for (int i = 0; i < 5; i++) {
            shops.forEach(shop -> shop.publish(1_000_000));
            network.run(Duration.ofMillis(20));
        }
        network.run(Duration.ofSeconds(30));
        for (Parcels shop : shops) {
            List<Long> numbers = receipts.of(shop.dts.sender());
            receipts.requireAll(shop.dts, numbers.get(0), 6);
        }
    }
}

package org.domaintypesystem.testkit.repair;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Retention;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nodes that stay and have patience, on a network that loses, doubles, overtakes and tears: everything arrives, once, in order.
 * With less patience that would depend on the time between two cuts.
 */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class NothingLostTest {
    @Seeds(30)
    void ofNodesThatStay(VirtualNetwork network) {
        SplittableRandom random = new SplittableRandom(network.seed());
        List<Parcels> publishers = new ArrayList<>();
        List<Receipts> listeners = new ArrayList<>();
        List<Dts> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Dts dts = network.join(
                    "node" + i,
                    builder -> builder.repairTime(Duration.ofMinutes(5))
                            .retention(Retention.ofTime(Duration.ofMinutes(10))));
            nodes.add(dts);
            if (i % 2 == 0) {
                publishers.add(new Parcels(dts));
            }
            listeners.add(
                    random.nextBoolean() ? Receipts.of(network, dts) : Receipts.of(network, dts, Delivery.inline()));
        }
        publishers.forEach(each -> each.publish(10));
        network.run(Duration.ofSeconds(2));
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(10)) {
                case 0 -> network.loss(random.nextDouble(0.3)).duplication(random.nextDouble(0.2));
                case 1 ->
                    network.delay(Duration.ofNanos(50_000), Duration.ofNanos(60_000 + random.nextLong(5_000_000)));
                case 2 -> {
                    network.partition(nodes.subList(0, 1 + random.nextInt(2)), nodes.subList(2, 4));
                    network.run(Duration.ofMillis(random.nextLong(4000)));
                    network.heal();
                }
                case 3, 4 -> publishers.get(random.nextInt(2)).publish(random.nextInt(500), random.nextInt(100));
                case 5 -> publishers.get(random.nextInt(2)).publish(random.nextInt(200_000));
                case 6, 7 -> publishers.get(random.nextInt(2)).publish(random.nextInt(1000));
                default -> network.run(Duration.ofNanos(random.nextLong(300_000_000)));
            }
        }
        network.heal();
        network.run(Duration.ofSeconds(20));
        for (Receipts receipts : listeners) {
            for (Parcels each : publishers) {
                receipts.requireAll(each.dts, 1, each.published);
            }
        }
    }
}

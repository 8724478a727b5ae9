package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A listener that comes late has the latest message of each subject. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class LastValuesTest {
    /** Publishes, and knows what is current. */
    private static final class Plant {
        final Dts node;
        final GaugePublisher publisher;
        final TreeMap<Integer, Integer> current = new TreeMap<>();
        final Map<Integer, Long> sequences = new HashMap<>();
        long sequence;

        Plant(Dts node) {
            this.node = node;
            this.publisher = new GaugePublisher(node);
        }

        void publish(int key) {
            publish(key, new byte[0]);
        }

        void publish(int key, byte[] filling) {
            int version = current.getOrDefault(key, 0) + 1;
            assertThat(publisher.publish(new Gauge(key, version, filling))).isTrue();
            current.put(key, version);
            sequences.put(key, ++sequence);
        }
    }

    private static final Duration ROUND_TRIP = Duration.ofMillis(2);

    @Test
    void areThereWithinOneRoundTrip(VirtualNetwork network) {
        network.delay(ROUND_TRIP.dividedBy(2));
        List<Plant> plants = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Plant plant = new Plant(network.join("plant" + i));
            plants.add(plant);
            for (int n = 0; n < 100; n++) {
                plant.publish(n % 30);
            }
        }
        Dts screen = network.join("screen");
        network.run(Duration.ofSeconds(10));
        Gauges gauges = Gauges.of(screen, Delivery.queue());
        network.run(ROUND_TRIP.plusNanos(4 * 200_000));
        for (Plant plant : plants) {
            assertThat(gauges.versions.get(plant.node.sender())).isEqualTo(plant.current);
        }
        assertThat(gauges.lastValues).isEqualTo(90);
        network.run(Duration.ofSeconds(100));
        plants.get(0).publish(3);
        network.run(Duration.ofSeconds(1));
        assertThat(gauges.heard).hasSize(91).last().isEqualTo("3:5");
        gauges.assertInOrder();
        assertThat(screen.counters().lastValues().asked()).isEqualTo(1);
        assertThat(plants.get(1).node.counters().lastValues().answered()).isEqualTo(1);
        assertThat(plants.get(1).node.counters().lastValues().sent()).isEqualTo(30);
        assertThat(plants.get(1).node.counters().lastValues().kept()).isEqualTo(30);
    }

    @Test
    void reachListenersOnThePublishingNodeAndFurtherOnes(VirtualNetwork network) {
        Plant plant = new Plant(network.join("plant"));
        plant.publish(1);
        plant.publish(2);
        plant.publish(1);
        network.run(Duration.ofSeconds(3));
        Gauges first = Gauges.of(plant.node, Delivery.inline());
        network.run(Duration.ofSeconds(3));
        assertThat(first.heard).containsExactlyInAnyOrder("last 1:2", "last 2:1");
        Gauges second = Gauges.of(plant.node, Delivery.latestPerKey());
        network.run(Duration.ofSeconds(3));
        assertThat(second.heard).containsExactlyInAnyOrder("last 1:2", "last 2:1");
        assertThat(first.heard).hasSize(2);
    }

    @Test
    void ofThousandsOfSubjectsArePaced(VirtualNetwork network) {
        network.delay(Duration.ofNanos(100_000));
        Plant plant = new Plant(network.join("plant"));
        for (int key = 0; key < 10_000; key++) {
            plant.publish(key);
        }
        Dts screen = network.join("screen");
        network.run(Duration.ofSeconds(3));
        Gauges gauges = Gauges.of(screen, Delivery.queue());
        network.run(Duration.ofMillis(100));
        assertThat(gauges.versions.get(plant.node.sender())).isEqualTo(plant.current);
        assertThat(gauges.lastValues).isEqualTo(10_000);
        assertThat(screen.counters().lastValues().asked()).isEqualTo(1);
        gauges.assertInOrder();
    }

    @Seeds(10)
    void ofManySubjectsComeInSpiteOfLoss(VirtualNetwork network) {
        network.loss(0.3).duplication(0.1).delay(Duration.ofNanos(50_000), Duration.ofMillis(2));
        Plant plant = new Plant(network.join("plant"));
        for (int key = 0; key < 3_000; key++) {
            plant.publish(key, key % 500 == 7 ? new byte[6000] : new byte[0]);
        }
        Dts screen = network.join("screen");
        network.run(Duration.ofSeconds(3));
        Gauges gauges = Gauges.of(screen, Delivery.queue(8192));
        network.run(Duration.ofSeconds(10));
        assertThat(gauges.versions.get(plant.node.sender())).isEqualTo(plant.current);
        gauges.assertInOrder();
    }

    @Seeds(30)
    void areExactlyWhatIsCurrent(VirtualNetwork network) {
        SplittableRandom random = new SplittableRandom(network.seed());
        network.loss(0.3).duplication(0.2).delay(Duration.ofNanos(50_000), Duration.ofMillis(5));
        List<Plant> plants = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            plants.add(new Plant(network.join("plant" + i)));
        }
        List<Gauges> early = new ArrayList<>();
        List<Gauges> late = new ArrayList<>();
        List<Dts> screens = List.of(network.join("a"), network.join("b"), network.join("c"), network.join("d"));
        early.add(Gauges.of(screens.get(0), Delivery.inline()));
        publish(network, plants, random, 300);
        early.add(Gauges.of(screens.get(1), Delivery.queue()));
        publish(network, plants, random, 300);
        int restarted = random.nextInt(3);
        plants.set(restarted, new Plant(network.restart(plants.get(restarted).node)));
        publish(network, plants, random, 300);
        Dts cut = plants.get(random.nextInt(3)).node;
        network.isolate(cut);
        early.add(Gauges.of(screens.get(2), Delivery.queue()));
        publish(network, plants, random, 300);
        network.run(Duration.ofSeconds(random.nextInt(150)));
        late.add(Gauges.of(screens.get(3), Delivery.queue()));
        network.run(Duration.ofSeconds(random.nextInt(20)));
        network.heal();
        late.add(Gauges.of(plants.get(random.nextInt(3)).node, Delivery.queue()));
        // So long that no node misses all announcements of another one.
        network.run(Duration.ofSeconds(500));
        for (Plant plant : plants) {
            for (Gauges each : early) {
                plant.current.forEach((key, version) -> {
                    boolean isMissing = each.misses(plant.node.sender(), plant.sequences.get(key));
                    if (!isMissing) {
                        assertThat(each.versions.get(plant.node.sender())).containsEntry(key, version);
                    }
                });
            }
            for (Gauges each : late) {
                assertThat(each.versions.get(plant.node.sender())).isEqualTo(plant.current);
                assertThat(each.live).isZero();
            }
        }
        early.forEach(Gauges::assertInOrder);
        late.forEach(Gauges::assertInOrder);
    }

    private static void publish(VirtualNetwork network, List<Plant> plants, SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            byte[] filling = random.nextInt(50) == 0 ? new byte[random.nextInt(5000)] : new byte[0];
            plants.get(random.nextInt(plants.size())).publish(random.nextInt(40), filling);
            network.run(Duration.ofNanos(random.nextInt(3_000_000)));
        }
    }
}

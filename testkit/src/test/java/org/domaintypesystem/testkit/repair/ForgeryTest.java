package org.domaintypesystem.testkit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Loss;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who claims to be somebody else, or cannot get enough, disturbs nobody. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class ForgeryTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress("10.0.9.9", 5000);

    /** What a sender may send again in a second, whatever it publishes. */
    private static final long EACH_SECOND = 2_000_000;

    private Dts shop;
    private Dts home;
    private Parcels parcels;
    private Receipts receipts;
    private Forgery forgery;

    @BeforeEach
    void join(VirtualNetwork network) {
        shop = network.join("shop");
        home = network.join("home");
        receipts = Receipts.of(network, home);
        parcels = new Parcels(shop);
        parcels.publish(10);
        network.run(Duration.ofSeconds(3));
        forgery = new Forgery(shop.sender(), parcels.type().typeId());
    }

    private long published(VirtualNetwork network, int naks, int sources) {
        network.loss(0.1);
        long before = network.traffic(shop).sentBytes();
        for (int i = 0; i < 5000; i++) {
            if (i % 2 == 0) {
                parcels.publish(1000);
            }
            for (int k = 0; k < naks; k++) {
                Forgery somebody = new Forgery(42 + i * naks + k, parcels.type().typeId());
                InetSocketAddress source = new InetSocketAddress("10.0.9.9", 5000 + (i * naks + k) % sources);
                network.inject(somebody.nak(1, 1 + parcels.published / 32, 32), source, shop);
            }
            network.run(MILLI);
        }
        network.run(Duration.ofSeconds(1));
        return network.traffic(shop).sentBytes() - before;
    }

    /** Thousands of requests for everything in five seconds, each from another node at the same address. */
    @Test
    void whoAsksForEverythingForEverGetsHalfOfTheBudget(VirtualNetwork network) {
        long first = parcels.published * 1100;
        long sent = published(network, 1, 1);
        receipts.requireAll(shop, 1, parcels.published);
        long size = parcels.published * 1100;
        long kept = size;
        assertThat(sent).isLessThan(first + size + (2 * size + 5 * EACH_SECOND) / 2 + kept);
        assertThat(Duration.ofNanos(receipts.slowest)).isLessThan(Duration.ofMillis(500));
        assertThat(shop.counters().repairing().notSent()).isPositive();
    }

    @Test
    void aThousandOfThemGetNoMoreThanTheBudget(VirtualNetwork network) {
        long sent = published(network, 3, 1000);
        long size = parcels.published * 1100;
        long kept = size;
        assertThat(sent).isLessThan(size + 2 * size + 5 * EACH_SECOND + kept);
        // They may leave little to others, for whom it takes longer then.
        network.run(Duration.ofSeconds(5));
        receipts.requireAll(shop, 1, parcels.published);
    }

    @Test
    void absurdHeartbeatsLoseNothing(VirtualNetwork network) {
        InetSocketAddress source = network.addressOf(shop);
        long[] lasts = {
            0,
            1,
            3,
            500,
            1025,
            1026,
            5000,
            1 << 20,
            1 << 21,
            1L << 40,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            -1,
            Long.MIN_VALUE
        };
        for (int round = 0; round < 20; round++) {
            for (long last : lasts) {
                network.inject(forgery.heartbeat(Math.max(1, last), last), source, home);
                network.inject(forgery.heartbeat(last, last), source, home);
                network.inject(forgery.heartbeat(1, last), source, home);
                network.inject(forgery.heartbeat(Long.MAX_VALUE, last), source, home);
            }
            parcels.publish(network, 3, 100, MILLI);
        }
        network.run(Duration.ofSeconds(1));
        parcels.publish(network, 10, 100, Duration.ofMillis(100));
        network.run(Duration.ofSeconds(60));
        receipts.requireAll(shop, 1, parcels.published);
        // What was claimed is not there, and its messages had not to wait for that.
        assertThat(Duration.ofNanos(receipts.slowest)).isLessThan(Duration.ofMillis(50));
        assertThat(home.counters().receiving().rejected().malformed()).isPositive();
    }

    /** The sender says what there is. */
    @Test
    void aClaimThatCouldBeTrueIsSoonForgotten(VirtualNetwork network) {
        long asked = home.counters().repairing().asked();
        network.inject(forgery.heartbeat(1, 900), network.addressOf(shop), home);
        network.run(Duration.ofSeconds(2));
        assertThat(home.counters().repairing().asked() - asked).isBetween(1L, 20L);
        asked = home.counters().repairing().asked();
        network.run(Duration.ofSeconds(20));
        assertThat(home.counters().repairing().asked()).isEqualTo(asked);
        parcels.publish(network, 10, 100, MILLI);
        receipts.requireAll(shop, 1, 11);
    }

    @Test
    void whatWasNotAskedForIsNotGone(VirtualNetwork network) {
        InetSocketAddress source = network.addressOf(shop);
        for (int round = 0; round < 100; round++) {
            network.inject(forgery.gap(1, 10_000), source, home);
            network.inject(forgery.gap(parcels.published + 1, 1), source, home);
            network.inject(forgery.gap(parcels.published + 1, Long.MAX_VALUE / 2), source, home);
            network.inject(forgery.gap(Long.MAX_VALUE, Long.MAX_VALUE), source, home);
            network.inject(forgery.gap(0, 0), source, home);
            network.inject(forgery.gap(-5, 7), source, home);
            parcels.publish(network, 2, 100, MILLI);
        }
        receipts.requireAll(shop, 1, 201);
    }

    /** Nobody else's are concerned. */
    @Test
    void aGapOfAnotherSenderIsNoGapOfThisOne(VirtualNetwork network) {
        Forgery other = new Forgery(shop.sender() + 1, parcels.type().typeId());
        network.loss(0.2);
        for (int round = 0; round < 300; round++) {
            network.inject(other.gap(1, 10_000), SOMEWHERE, home);
            parcels.publish(network, 2, 100, MILLI);
        }
        network.run(Duration.ofSeconds(5));
        receipts.requireAll(shop, 1, parcels.published);
    }

    private void claims(VirtualNetwork network, int senders) {
        for (int i = 0; i < senders; i++) {
            Forgery nobody = new Forgery(1_000 + i, parcels.type().typeId());
            network.inject(nobody.heartbeat(1, 5), SOMEWHERE, home);
            network.inject(nobody.heartbeat(1, 9), SOMEWHERE, home);
            if (i % 10 == 0) {
                parcels.publish(100);
                network.run(MILLI);
            }
        }
        network.run(Duration.ofSeconds(20));
    }

    private List<Loss> lossesOfTheShop() {
        return receipts.losses.stream()
                .filter(loss -> loss.sender() == shop.sender())
                .toList();
    }

    @Test
    void aThousandSendersThatNeverWereDisturbNobody(VirtualNetwork network) {
        network.loss(0.1);
        claims(network, 1000);
        assertThat(lossesOfTheShop()).isEmpty();
        assertThat(receipts.losses).hasSize(1000);
        assertThat(receipts.of(shop.sender())).hasSize((int) parcels.published);
    }

    /** Then there is no room for more, but nothing is lost unseen, and it does not last. */
    @Test
    void tenThousandOfThemDoSoForAsLongAsTheyAreWaitedFor(VirtualNetwork network) {
        network.loss(0.1);
        claims(network, 10_000);
        assertThat(lossesOfTheShop().stream().mapToLong(Loss::count).sum()
                        + receipts.of(shop.sender()).size())
                .isEqualTo(parcels.published);
        assertThat(receipts.fault).isEmpty();
        receipts.losses.clear();
        parcels.publish(network, 500, 100, MILLI);
        network.run(Duration.ofSeconds(2));
        assertThat(receipts.losses).isEmpty();
    }
}

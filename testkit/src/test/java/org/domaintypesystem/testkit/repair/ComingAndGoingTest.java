package org.domaintypesystem.testkit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Loss;
import org.domaintypesystem.Retention;
import org.domaintypesystem.testkit.Seed;
import org.domaintypesystem.testkit.Seeds;
import org.domaintypesystem.testkit.VirtualNetwork;
import org.domaintypesystem.testkit.VirtualNetworkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes that come late, go, stand still, are slow, or cannot be reached. */
@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class ComingAndGoingTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    private Dts shop;
    private Dts home;
    private Parcels parcels;
    private Receipts receipts;

    @BeforeEach
    void join(VirtualNetwork network) {
        shop = network.join("shop", builder -> builder.retention(Retention.ofTime(Duration.ofMinutes(5))));
        home = network.join("home");
        receipts = Receipts.of(network, home);
        parcels = new Parcels(shop);
        parcels.publish(10);
        network.run(Duration.ofSeconds(5));
    }

    @Seeds(5)
    void whoComesLateHasAllFromTheFirstOn(VirtualNetwork network) {
        network.loss(0.3);
        parcels.publish(network, 100, 10, MILLI);
        Receipts late = Receipts.of(network, network.join("late"));
        parcels.publish(network, 100, 10, MILLI);
        network.run(Duration.ofSeconds(10));
        late.requireAll(shop, late.of(shop.sender()).get(0), 201);
        // The first one may be one that somebody else had missed.
        assertThat(late.of(shop.sender())).hasSizeGreaterThan(90);
        receipts.requireAll(shop, 1, 201);
    }

    @Test
    void whoIsStartedAgainComesLate(VirtualNetwork network) {
        network.loss(0.3);
        parcels.publish(network, 50, 10, MILLI);
        Receipts again = Receipts.of(network, network.restart(home));
        parcels.publish(network, 50, 10, MILLI);
        network.run(Duration.ofSeconds(10));
        again.requireAll(shop, again.of(shop.sender()).get(0), 101);
    }

    /** What the former one owes is given up when it is time, and the new one does not wait for that. */
    @Test
    void aPublisherThatIsStartedAgainIsAnotherOne(VirtualNetwork network) {
        loseTheNext(network, 3);
        parcels.publish(10);
        Parcels after = new Parcels(network.restart(shop));
        after.publish(network, 10, 10, MILLI);
        network.run(Duration.ofSeconds(20));
        assertThat(receipts.fault).isEmpty();
        assertThat(receipts.losses).extracting(Loss::sender).containsExactly(shop.sender());
        assertThat(receipts.of(after.dts.sender())).hasSize(10);
        assertThat(Duration.ofNanos(receipts.slowest)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
    }

    private void loseTheNext(VirtualNetwork network, int count) {
        boolean[] isLosing = {true};
        network.filter(datagram -> !(isLosing[0] && datagram.isFor(parcels.type())));
        parcels.publish(network, count, 10, Duration.ZERO);
        isLosing[0] = false;
    }

    @Test
    void ofOneThatDiesIsMissingWhatItOwes(VirtualNetwork network) {
        loseTheNext(network, 3);
        parcels.publish(10);
        network.crash(shop);
        network.run(Duration.ofSeconds(9));
        assertThat(receipts.losses).isEmpty();
        network.run(Duration.ofSeconds(2));
        assertThat(receipts.losses).extracting(Loss::first).containsExactly(2L);
        assertThat(receipts.losses).extracting(Loss::count).containsExactly(3L);
        assertThat(receipts.of(shop.sender())).containsExactly(1L, 5L);
    }

    /** Who would wait for longer does not wait any more when it is forgotten. */
    @Test
    void orWhenItIsForgotten(VirtualNetwork network) {
        Receipts patient =
                Receipts.of(network, network.join("patient", builder -> builder.repairTime(Duration.ofMinutes(5))));
        parcels.publish(network, 1, 10, Duration.ofSeconds(5));
        loseTheNext(network, 3);
        parcels.publish(10);
        network.crash(shop);
        network.run(Duration.ofSeconds(50));
        assertThat(patient.losses).isEmpty();
        network.run(Duration.ofSeconds(52));
        assertThat(patient.losses).extracting(Loss::count).containsExactly(3L);
        assertThat(patient.of(shop.sender())).containsExactly(2L, 6L);
    }

    @Test
    void ofOneThatLeavesAtOnceSoonAfter(VirtualNetwork network) {
        loseTheNext(network, 3);
        parcels.publish(10);
        shop.close();
        network.run(Duration.ofMillis(490));
        assertThat(receipts.losses).isEmpty();
        network.run(Duration.ofMillis(300));
        assertThat(receipts.losses).extracting(Loss::count).containsExactly(3L);
        assertThat(receipts.of(shop.sender())).containsExactly(1L, 5L);
    }

    @Seeds(5)
    void ofOneThatLeavesWithPatienceNothing(VirtualNetwork network) {
        loseTheNext(network, 300);
        network.loss(0.1);
        shop.close(Duration.ofSeconds(10));
        receipts.requireAll(shop, 1, 301);
    }

    @Test
    void whoIsGoneIsMissedByNobody(VirtualNetwork network) {
        Dts other = network.join("other");
        Receipts others = Receipts.of(network, other);
        parcels.publish(network, 10, 10, MILLI);
        loseTheNext(network, 10);
        network.crash(home);
        parcels.publish(network, 100, 10, MILLI);
        network.run(Duration.ofSeconds(1));
        others.requireAll(shop, 2, 121);
        assertThat(Duration.ofNanos(others.slowest)).isLessThan(Duration.ofMillis(20));
    }

    @Test
    void whoStoodStillGetsAllAndNobodyWaits(VirtualNetwork network) {
        Receipts others = Receipts.of(network, network.join("other"));
        network.receiveBuffer(10_000);
        network.pause(home);
        parcels.publish(network, 10_000, 500, Duration.ofNanos(2_000_000));
        network.resume(home);
        parcels.publish(network, 100, 500, MILLI);
        network.run(Duration.ofSeconds(5));
        receipts.requireAll(shop, 1, parcels.published);
        others.requireAll(shop, 2, parcels.published);
        assertThat(Duration.ofNanos(others.slowest)).isLessThan(Duration.ofMillis(2));
    }

    /** It is reached by half of what is published. */
    @Test
    void whoIsSlowGetsAllAndNobodyWaits(VirtualNetwork network) {
        Receipts others = Receipts.of(network, network.join("other"));
        network.link(shop, home).bandwidth(4_000_000, 50_000);
        parcels.publish(network, 1500, 1000, MILLI);
        assertThat(receipts.of(shop.sender())).hasSizeLessThan(1000);
        network.run(Duration.ofSeconds(30));
        receipts.requireAll(shop, 1, parcels.published);
        others.requireAll(shop, 2, parcels.published);
        assertThat(Duration.ofNanos(others.slowest)).isLessThan(Duration.ofMillis(2));
    }

    private void isolated(VirtualNetwork network, Duration time) {
        network.isolate(home);
        for (int i = 0; i < 100; i++) {
            parcels.publish(i % 10 == 0 ? 20_000 : 100);
            network.run(time.dividedBy(100));
        }
        network.heal();
    }

    @Seeds(5)
    void aCutOfTwentySecondsHeals(VirtualNetwork network) {
        network.loss(0.1);
        isolated(network, Duration.ofSeconds(20));
        network.run(Duration.ofSeconds(5));
        receipts.requireAll(shop, 1, 101);
    }

    /** They have forgotten each other meanwhile, and at first only say that they are there. */
    @Seeds(5)
    void soDoesOneOfThreeMinutesIfSoMuchIsKept(VirtualNetwork network) {
        isolated(network, Duration.ofMinutes(3));
        assertThat(home.peers()).isEmpty();
        boolean[] isBad = {true};
        network.filter(datagram -> !isBad[0] || !Forgery.isNak(datagram.bytes()));
        network.run(Duration.ofSeconds(5));
        isBad[0] = false;
        network.run(Duration.ofSeconds(60));
        receipts.requireAll(shop, 1, 101);
    }

    /** What is missing when its announcements have not come for long enough to forget it. */
    @Test
    void whoIsHeardIsThereWhateverBecomesOfItsAnnouncements(VirtualNetwork network) {
        boolean[] isAsked = {true};
        network.filter(datagram -> datagram.isFor(parcels.type()) || (isAsked[0] && Forgery.isNak(datagram.bytes())));
        for (int round = 0; round < 30; round++) {
            parcels.publish(network, 50, 10, Duration.ofMillis(20));
            isAsked[0] = false;
            loseTheNext(network, 1);
            parcels.publish(network, 50, 10, Duration.ofMillis(80));
            isAsked[0] = true;
        }
        assertThat(home.peers()).isEmpty();
        network.run(Duration.ofSeconds(5));
        receipts.requireAll(shop, 1, parcels.published);
    }
}

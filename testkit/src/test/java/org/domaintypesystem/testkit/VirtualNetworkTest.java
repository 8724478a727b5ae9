package org.domaintypesystem.testkit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualNetworkTest {
    private final VirtualNetwork network = VirtualNetwork.seeded(1);

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void deliversWhenItRunsAndNotBefore() {
        Dts a = network.join("a");
        Notes heard = Notes.of(network.join("b"));
        Notes.publish(a, 1, 3);
        assertThat(heard.numbers).isEmpty();
        network.run(ofNanos(99_999));
        assertThat(heard.numbers).isEmpty();
        network.run(ofNanos(1));
        assertThat(heard.numbers).containsExactly(1, 2, 3);
        assertThat(heard.times).containsOnly(100_000L);
        assertThat(heard.senders).containsOnly(a.sender());
    }

    @Test
    void loopsMulticastBackToTheListenersOfTheNodeItself() {
        Dts a = network.join("a");
        Notes inline = Notes.of(a, Delivery.inline());
        Notes queued = Notes.of(a);
        network.loss(1);
        Notes.publish(a, 1, 2000);
        network.runUntilQuiet();
        assertThat(inline.numbers).hasSize(2000);
        assertThat(queued.numbers).isEqualTo(inline.numbers);
        assertThat(queued.losses).isEmpty();
    }

    @Test
    void hasATimeOfItsOwn() {
        assertThat(network.now()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        List<Instant> times = new ArrayList<>();
        network.every(ofSeconds(10), () -> times.add(network.clock().instant()));
        network.after(ofSeconds(15), () -> times.add(network.now()));
        network.run(ofSeconds(25));
        assertThat(times)
                .containsExactly(
                        Instant.parse("2026-01-01T00:00:10Z"),
                        Instant.parse("2026-01-01T00:00:15Z"),
                        Instant.parse("2026-01-01T00:00:20Z"));
        assertThat(network.now()).isEqualTo(Instant.parse("2026-01-01T00:00:25Z"));
    }

    @Test
    void runsUntilACondition() {
        Dts a = network.join("a");
        Notes heard = Notes.of(network.join("b"));
        int[] number = {0};
        network.every(ofMillis(10), () -> {
            number[0]++;
            Notes.publish(a, number[0], number[0]);
        });
        network.runUntil(() -> heard.numbers.size() == 5, ofSeconds(1));
        assertThat(heard.numbers).containsExactly(1, 2, 3, 4, 5);
        assertThat(network.now()).isEqualTo(Instant.parse("2026-01-01T00:00:00.050100Z"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> network.runUntil(() -> heard.numbers.size() == 500, ofSeconds(1)))
                .withMessage("not true within PT1S on the virtual network of seed 1");
    }

    @Test
    void isNeverQuietWhenNodesGoOnAnsweringEachOther() {
        Dts a = network.join("a");
        ReadingPublisher publisher = new ReadingPublisher(a);
        ReadingListener.listen(a, reading -> publisher.publish(reading.number() + 1));
        network.link(a, a).delay(ofSeconds(1));
        publisher.publish(1);
        assertThatIllegalStateException()
                .isThrownBy(network::runUntilQuiet)
                .withMessage("the virtual network is not quiet after PT1H");
        assertThat(publisher.sent()).isEqualTo(3601);
    }

    @Test
    void aCrashSaysNothingAndARestartIsANewSender() {
        Dts a = network.join("a");
        Notes heard = Notes.of(network.join("b"));
        Notes.publish(a, 1, 2);
        network.crash(a);
        assertThatIllegalStateException().isThrownBy(() -> Notes.publish(a, 3, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.crash(a))
                .withMessage("a is not running any more");
        Dts again = network.restart(a);
        Notes.publish(again, 10, 11);
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1, 2, 10, 11);
        assertThat(heard.losses).isEmpty();
        assertThat(heard.senders).containsExactly(a.sender(), a.sender(), again.sender(), again.sender());
        assertThat(again.sender()).isNotEqualTo(a.sender());
        assertThat(network.link(again, again)).isSameAs(network.link(a, a));
    }

    @Test
    void whoCrashedHearsNothingAnyMore() {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes heard = Notes.of(b);
        Notes.publish(a, 1, 1);
        network.crash(b);
        network.runUntilQuiet();
        assertThat(heard.numbers).isEmpty();
        assertThat(network.link(a, b).sent()).isPositive();
        assertThat(network.link(a, b).arrived()).isZero();
    }

    @Test
    void aNameIsFreeAgainWhenItsNodeIsClosed() {
        Dts a = network.join("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.join("a"))
                .withMessage("a node 'a' is running: close or crash it first");
        a.close();
        network.join("a");
    }

    @Test
    void doesNotKnowTheNodesOfOthers() {
        try (VirtualNetwork other = VirtualNetwork.seeded(2)) {
            Dts stranger = other.join("stranger");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network.crash(stranger))
                    .withMessage("stranger has not joined this network");
        }
    }

    @Test
    void aClosedSubscriptionHearsNothing() {
        Dts a = network.join("a");
        Notes heard = new Notes();
        try (Subscription subscription = ReadingListener.subscribe(network.join("b"), heard)) {
            Notes.publish(a, 1, 1);
            network.runUntilQuiet();
            Notes.publish(a, 2, 2);
            assertThat(subscription.delivered()).isEqualTo(1);
        }
        network.runUntilQuiet();
        Notes.publish(a, 3, 3);
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1);
    }

    @Test
    void closesItsNodes() {
        Dts a = network.join("a");
        network.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> Notes.publish(a, 1, 1))
                .withMessage("a is closed");
    }

    @Test
    void anyNodeCanBeClosedByWhatItRuns() {
        Dts a = network.join("a");
        Dts b = network.join("b");
        List<Integer> heard = new ArrayList<>();
        ReadingListener.listen(b, reading -> {
            heard.add(reading.number());
            network.crash(b);
        });
        Notes.publish(a, 1, 2);
        network.runUntilQuiet();
        assertThat(heard).containsExactly(1);
        assertThat(b.counters().delivering().failures()).isZero();
    }

    @Test
    void refusesOtherThreadsWhileItRuns() {
        Dts a = network.join("a");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        network.after(ofSeconds(1), () -> {
            try {
                CompletableFuture.runAsync(() -> Notes.publish(a, 1, 1)).join();
            } catch (CompletionException e) {
                failure.set(e.getCause());
            }
        });
        network.runUntilQuiet();
        assertThat(failure.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the virtual network runs on thread ");
        long before = network.traffic().sent();
        Notes.publish(a, 1, 1);
        assertThat(network.traffic().sent()).isEqualTo(before + 1);
    }

    @Test
    void doesNotRunTwiceAtATime() {
        network.after(ofSeconds(1), network::runUntilQuiet);
        assertThatIllegalStateException()
                .isThrownBy(network::runUntilQuiet)
                .withMessage("the virtual network is running: this is called by what it runs");
    }

    @Test
    void takesForgedDatagrams() {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes heard = Notes.of(b);
        List<byte[]> captured = new ArrayList<>();
        network.filter(datagram -> !datagram.isFor(ReadingCodec.INSTANCE.type()) || captured.add(datagram.bytes()));
        Notes.publish(a, 1, 2);
        network.runUntilQuiet();
        // Framing, the root's pointer and one word more: then comes the sender.
        byte[] forged = captured.get(1).clone();
        forged[24] ^= 1;
        network.inject(forged, network.addressOf(a), b);
        network.inject(captured.get(1), network.addressOf(a), b);
        network.inject(new byte[100], network.addressOf(a), b);
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1, 2, 2);
        assertThat(heard.senders).containsExactly(a.sender(), a.sender(), a.sender() ^ 1);
        assertThat(b.counters().receiving().duplicates()).isEqualTo(1);
        assertThat(b.counters().receiving().rejected().malformed()).isEqualTo(1);
    }
}

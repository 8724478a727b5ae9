package org.domaintypesystem.testkit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.domaintypesystem.testkit.Notes.dropped;
import static org.domaintypesystem.testkit.Notes.missing;
import static org.domaintypesystem.testkit.Notes.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.MessageInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class SlowListenerTest {
    private Dts a;
    private Dts b;

    @BeforeEach
    void join(VirtualNetwork network) {
        a = network.join("a");
        b = network.join("b");
    }

    @Test
    void aSlowListenerLosesWhatItsQueueDoesNotHold(VirtualNetwork network) {
        Notes slow = Notes.of(b, Delivery.queue(4));
        Notes inline = Notes.of(b, Delivery.inline());
        network.slowListeners(b, ofMillis(10));
        publish(a, 1, 20);
        network.runUntilQuiet();
        // The first is taken at once, and four wait.
        assertThat(slow.numbers).containsExactly(1, 2, 3, 4, 5);
        assertThat(slow.losses).containsExactly(dropped(6, 15));
        assertThat(inline.numbers).hasSize(20);
        assertThat(b.counters().delivering().dropped().newest()).isEqualTo(15);
        network.slowListeners(b, Duration.ZERO);
        network.run(ofMillis(10));
        publish(a, 21, 40);
        network.runUntilQuiet();
        assertThat(slow.numbers.subList(5, 25)).isEqualTo(inline.numbers.subList(20, 40));
    }

    @Test
    void slowListenersTakeOneMessageAtATime(VirtualNetwork network) {
        List<Instant> calls = new ArrayList<>();
        ReadingListener.listen(b, reading -> calls.add(network.now()));
        network.slowListeners(b, ofMillis(10)).delay(Duration.ZERO);
        Instant start = network.now();
        publish(a, 1, 3);
        network.run(ofMillis(15));
        publish(a, 4, 4);
        network.run(ofSeconds(1));
        publish(a, 5, 5);
        network.runUntilQuiet();
        assertThat(calls)
                .containsExactly(
                        start,
                        start.plusMillis(10),
                        start.plusMillis(20),
                        start.plusMillis(30),
                        start.plusMillis(1015));
    }

    @Test
    void aListenerThatSleepsHoldsUpOnlyItself(VirtualNetwork network) {
        Notes sleepy = new Notes() {
            @Override
            public void onMessage(Reading reading, MessageInfo info) {
                super.onMessage(reading, info);
                network.sleep(ofSeconds(1));
            }
        };
        ReadingListener.subscribe(b, sleepy, Delivery.queue(2));
        Notes awake = Notes.of(b, Delivery.queue(2));
        publish(a, 1, 5);
        network.run(ofMillis(1));
        assertThat(sleepy.numbers).containsExactly(1);
        assertThat(awake.numbers).containsExactly(1, 2, 3, 4, 5);
        network.run(ofSeconds(1));
        assertThat(sleepy.numbers).containsExactly(1, 2);
        network.runUntilQuiet();
        assertThat(sleepy.numbers).containsExactly(1, 2, 3);
        assertThat(sleepy.losses).containsExactly(dropped(4, 2));
    }

    @Test
    void anInlineListenerThatSleepsHoldsUpItsNode(VirtualNetwork network) {
        List<Instant> calls = new ArrayList<>();
        ReadingListener.subscribe(
                b,
                (reading, info) -> {
                    calls.add(network.now());
                    network.sleep(ofSeconds(1));
                },
                Delivery.inline());
        Notes other = Notes.of(b);
        Instant start = network.now().plusNanos(100_000);
        publish(a, 1, 3);
        network.run(ofSeconds(1));
        assertThat(other.numbers).containsExactly(1);
        publish(a, 4, 4);
        network.runUntilQuiet();
        assertThat(calls).containsExactly(start, start.plusSeconds(1), start.plusSeconds(2), start.plusSeconds(3));
        assertThat(other.numbers).containsExactly(1, 2, 3, 4);
        assertThat(other.losses).isEmpty();
    }

    @Test
    void whatWaitsToBeReadIsNotMissingWhenItsSenderLeaves(VirtualNetwork network) {
        Notes slow = new Notes() {
            @Override
            public void onMessage(Reading reading, MessageInfo info) {
                super.onMessage(reading, info);
                network.sleep(ofMillis(5));
            }
        };
        ReadingListener.subscribe(b, slow, Delivery.inline());
        publish(a, 1, 1);
        network.run(ofSeconds(1));
        network.delay(ofMillis(100));
        publish(a, 2, 200);
        // The farewell overtakes the messages: on real sockets it is another one that it comes by.
        network.delay(Duration.ZERO);
        a.close();
        network.run(ofSeconds(3));
        assertThat(slow.numbers).hasSize(200);
        assertThat(slow.losses).isEmpty();
        assertThat(slow.revisions).isEmpty();
    }

    @Test
    void onlyListenersSleep(VirtualNetwork network) {
        assertThatIllegalStateException().isThrownBy(() -> network.sleep(ofSeconds(1)));
    }

    @Test
    void aPausedNodeGoesOnWithWhatItsBufferHolds(VirtualNetwork network) {
        // What nodes tell each other would take a place in the buffer.
        network.filter(datagram -> datagram.isFor(ReadingCodec.INSTANCE.type()));
        Notes heard = Notes.of(b);
        publish(a, 1, 1);
        int length = (int) network.traffic(a).sentBytes();
        network.run(ofMillis(1));
        network.receiveBuffer(length * 3);
        network.pause(b);
        publish(a, 2, 10);
        network.run(ofMillis(1));
        assertThat(heard.numbers).containsExactly(1);
        network.resume(b);
        publish(a, 11, 11);
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1, 2, 3, 4, 11);
        assertThat(heard.losses).containsExactly(missing(5, 6));
        assertThat(network.traffic(b).overflowed()).isEqualTo(6);
    }

    @Test
    void whatArrivesWhileAPausedNodeCatchesUpStaysInOrder(VirtualNetwork network) {
        Notes heard = Notes.of(b);
        network.pause(b);
        publish(a, 1, 5);
        network.run(ofMillis(1));
        publish(a, 6, 10);
        network.run(ofNanos(99_999));
        network.after(ofNanos(1), () -> network.resume(b));
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void aNodeCanBePausedByItsOwnListener(VirtualNetwork network) {
        List<Integer> heard = new ArrayList<>();
        ReadingListener.listen(b, reading -> {
            heard.add(reading.number());
            network.pause(b);
        });
        publish(a, 1, 3);
        network.run(ofSeconds(1));
        assertThat(heard).containsExactly(1);
        network.resume(b);
        network.run(ofSeconds(1));
        assertThat(heard).containsExactly(1, 2);
    }
}

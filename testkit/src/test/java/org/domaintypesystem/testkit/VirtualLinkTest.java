package org.domaintypesystem.testkit;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.domaintypesystem.testkit.Notes.missing;
import static org.domaintypesystem.testkit.Notes.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.domaintypesystem.Dts;
import org.domaintypesystem.testkit.Notes.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Seed(1)
@ExtendWith(VirtualNetworkExtension.class)
class VirtualLinkTest {
    @Seeds(50)
    void losesDatagramsAndListenersHearWhich(VirtualNetwork network) {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes heard = Notes.of(b);
        Set<Integer> lost = new HashSet<>();
        publish(a, 1, 1);
        network.loss(0.3);
        publish(a, 2, 499);
        network.loss(0);
        publish(a, 500, 500);
        VirtualLink link = network.link(a, b);
        // Before anything else is sent.
        assertThat(link.sent()).isEqualTo(500);
        long lostOnLink = link.lost();
        network.runUntilQuiet();
        IntStream.rangeClosed(1, 500)
                .filter(number -> !heard.numbers.contains(number))
                .forEach(lost::add);
        assertThat(heard.losses).isEqualTo(ranges(lost));
        assertThat(lostOnLink).isEqualTo(lost.size()).isBetween(90L, 210L);
        assertThat(link.arrived()).isEqualTo(link.sent() - link.lost());
    }

    private static List<Range> ranges(Set<Integer> numbers) {
        List<Range> ranges = new ArrayList<>();
        for (int first : numbers.stream()
                .sorted()
                .filter(each -> !numbers.contains(each - 1))
                .toList()) {
            int end = first;
            while (numbers.contains(end)) {
                end++;
            }
            ranges.add(missing(first, end - first));
        }
        return ranges;
    }

    @Seeds(20)
    void deliversCopiesOnce(VirtualNetwork network) {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes heard = Notes.of(b);
        network.duplication(0.5);
        publish(a, 1, 500);
        long duplicated = network.link(a, b).duplicated();
        network.duplication(0);
        network.runUntilQuiet();
        assertThat(heard.numbers).hasSize(500).doesNotHaveDuplicates();
        assertThat(heard.losses).isEmpty();
        assertThat(network.link(a, b).duplicated()).isBetween(175L, 325L);
        assertThat(b.counters().receiving().duplicates())
                .isEqualTo(network.link(a, b).duplicated());
    }

    @Seeds(20)
    void reordersByRandomDelays(VirtualNetwork network) {
        Dts a = network.join("a");
        Notes heard = Notes.of(network.join("b"));
        publish(a, 1, 1);
        network.runUntilQuiet();
        network.delay(ofMillis(1), ofMillis(3));
        for (int number = 2; number <= 199; number++) {
            publish(a, number, number);
            network.run(ofMillis(1));
        }
        network.runUntilQuiet();
        publish(a, 200, 200);
        network.runUntilQuiet();
        assertThat(heard.numbers).isSorted().doesNotHaveDuplicates();
        assertThat(heard.revisions).isNotEmpty();
        long late = heard.revisions.stream().mapToLong(Range::count).sum();
        long missing = heard.losses.stream().mapToLong(Range::count).sum();
        assertThat(late).isEqualTo(missing);
        assertThat(heard.numbers.size() + late).isEqualTo(200);
        assertThat(heard.times).allSatisfy(time -> assertThat(time).isBetween(100_000L, 3_000_000L));
    }

    @Test
    void dropsTheThirdDatagram(VirtualNetwork network) {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes heard = Notes.of(b);
        Notes others = Notes.of(network.join("c"));
        network.link(a, b)
                .filter(datagram -> !(datagram.isFor(ReadingCodec.INSTANCE.type()) && datagram.number() == 3));
        publish(a, 1, 5);
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1, 2, 4, 5);
        assertThat(heard.losses).containsExactly(missing(3, 1));
        assertThat(others.numbers).containsExactly(1, 2, 3, 4, 5);
        assertThat(network.link(a, b).filtered()).isEqualTo(1);
    }

    @Test
    void filtersSeeWhatPasses(VirtualNetwork network) {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes.of(a);
        Notes.of(b);
        List<String> seen = new ArrayList<>();
        network.filter(datagram -> seen.add(datagram.from() + datagram.to() + datagram.number()));
        network.link(a, b).filter(datagram -> {
            assertThat(datagram.source()).isEqualTo(network.addressOf(a));
            assertThat(datagram.destination().getPort()).isEqualTo(5387);
            assertThat(datagram.bytes()).hasSize(datagram.length());
            return datagram.number() != 2;
        });
        publish(a, 1, 2);
        publish(b, 1, 1);
        assertThat(seen).containsExactly("ab1", "ab2", "ba1");
    }

    @Test
    void takesTimeForEveryByteAndDropsWhatTheQueueDoesNotHold(VirtualNetwork network) {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes heard = Notes.of(b);
        int[] length = {0};
        network.filter(datagram -> {
            if (datagram.isFor(ReadingCodec.INSTANCE.type())) {
                length[0] = datagram.length();
            }
            return true;
        });
        publish(a, 1, 1);
        network.runUntilQuiet();
        // What nodes tell each other would take a place in the queue.
        network.filter(datagram -> datagram.isFor(ReadingCodec.INSTANCE.type()));
        // A datagram takes a millisecond, and nine wait beside the one that is being sent.
        network.delay(ofMillis(0)).bandwidth(length[0] * 8_000L, length[0] * 10);
        publish(a, 2, 100);
        network.runUntilQuiet();
        publish(a, 101, 101);
        network.runUntilQuiet();
        assertThat(heard.numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 101);
        assertThat(heard.losses).containsExactly(missing(12, 89));
        assertThat(heard.times.subList(1, 5)).containsExactly(1_000_000L, 2_000_000L, 3_000_000L, 4_000_000L);
        assertThat(heard.times.get(11)).isEqualTo(1_000_000L);
        assertThat(network.link(a, b).overflowed()).isEqualTo(89);
    }

    @Test
    void isDownUntilItIsUpInItsDirection(VirtualNetwork network) {
        Dts a = network.join("a");
        Dts b = network.join("b");
        Notes atA = Notes.of(a);
        Notes atB = Notes.of(b);
        publish(a, 1, 1);
        network.link(a, b).down();
        publish(a, 2, 3);
        publish(b, 1, 2);
        network.link(a, b).up();
        publish(a, 4, 4);
        network.runUntilQuiet();
        assertThat(atA.numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 1, 2);
        assertThat(atB.losses).containsExactly(missing(2, 2));
        assertThat(network.link(a, b).cut()).isEqualTo(2);
        assertThat(network.link(b, a).cut()).isZero();
    }

    @Test
    void keepsItsOwnSettingsAndTakesTheOthersFromTheNetwork(VirtualNetwork network) {
        Dts a = network.join("a");
        Notes near = Notes.of(network.join("near"));
        Dts b = network.join("far");
        Notes far = Notes.of(b);
        network.link(a, b).delay(ofMillis(50));
        network.delay(ofMillis(2)).loss(1);
        publish(a, 1, 1);
        network.loss(0);
        publish(a, 2, 2);
        network.runUntilQuiet();
        assertThat(near.times).containsExactly(2_000_000L);
        assertThat(far.times).containsExactly(50_000_000L);
        Dts again = network.restart(b);
        Notes after = Notes.of(again);
        publish(a, 3, 3);
        network.runUntilQuiet();
        assertThat(after.times).containsExactly(50_000_000L);
    }

    @Test
    void refusesWhatMakesNoSense(VirtualNetwork network) {
        Dts a = network.join("a");
        assertThatIllegalArgumentException().isThrownBy(() -> network.loss(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> network.duplication(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> network.delay(ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> network.delay(ofMillis(2), ofMillis(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.link(a, a).bandwidth(0, 1))
                .withMessage("a bandwidth of 0 bits a second with a queue of 1 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> network.run(ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> network.every(ofMillis(0), () -> {}));
    }
}

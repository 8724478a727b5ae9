package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.engine.RepairingSender.MILLI;
import static org.domaintypesystem.engine.RepairingSender.SECOND;
import static org.domaintypesystem.engine.RepairingSender.all;
import static org.domaintypesystem.engine.RepairingSender.heartbeat;
import static org.domaintypesystem.engine.RepairingSender.parts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.domaintypesystem.engine.RepairMessages.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is sent again, how fast, and that those who ask for too much cost no more than that. */
@Timeout(60)
class ResenderTest {
    private final RepairingSender sender = new RepairingSender(1 << 24, 30 * SECOND);

    private static InetSocketAddress source(int number) {
        try {
            byte[] address = {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
            return new InetSocketAddress(InetAddress.getByAddress(address), 5000);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sendsInBurstsWithRestsBetween() {
        sender.publish(1000);
        sender.nak(all(1, 40));
        sender.burst();
        assertThat(sender.repairs).hasSize(Resender.BURST);
        sender.now += Resender.REST - 1;
        sender.burst();
        assertThat(sender.repairs).hasSize(Resender.BURST);
        sender.now++;
        sender.burst();
        assertThat(sender.repairs).hasSize(2 * Resender.BURST);
        sender.now += SECOND;
        sender.burst();
        assertThat(sender.repairs).containsExactlyElementsOf(sender.datagrams.subList(0, 40));
        assertThat(sender.resender.isAsked()).isFalse();
    }

    @Test
    void sendsSoManyForOneNakAtMost() {
        sender.publish(1000);
        sender.nak(all(1, 100), all(201, 100));
        sender.nakBy(source(1), all(301, 1));
        sender.repairAll();
        assertThat(sender.repairs).hasSize(Resender.MAX_DATAGRAMS + 1);
        assertThat(sender.repairs.subList(100, 128)).containsExactlyElementsOf(sender.datagrams.subList(200, 228));
        assertThat(sender.repairs.get(128)).isEqualTo(sender.datagrams.get(300));
    }

    @Test
    void looksForSoManyForOneNakAtMost() {
        sender.publish(2000);
        for (int first = 1; first < Resender.MAX_LOOKS; first += 128) {
            sender.nak(all(first, 128));
            sender.repairAll();
        }
        assertThat(sender.repairs).hasSize(1024);
        sender.nak(all(1, 2000));
        sender.repairAll();
        assertThat(sender.repairs).as("these were sent just now").hasSize(1024);
    }

    @Test
    void looksForSoManyPartsForOneNakAtMost() {
        sender.publishLarge(2_000_000);
        for (int first = 0; first < Resender.MAX_LOOKS; first += 128) {
            sender.nak(parts(1, new Range(first, 128)));
            sender.repairAll();
        }
        assertThat(sender.repairs).hasSize(1024);
        sender.nak(all(1, 1));
        sender.repairAll();
        assertThat(sender.repairs).as("these were sent just now").hasSize(1024);
    }

    /** Whoever holds the send path does not look for long, even if nothing is to be sent. */
    @Test
    void looksForSoManyInARow() {
        looksForSoManyForOneNakAtMost();
        for (int i = 1; i <= 6; i++) {
            sender.nakBy(source(i), all(1, 1024));
        }
        sender.burst();
        assertThat(sender.resender.isAsked()).isTrue();
        sender.burst();
        assertThat(sender.resender.isAsked()).isFalse();
        assertThat(sender.repairs).hasSize(1024);
    }

    /** Each once for all who miss it. */
    @Test
    void sendsADatagramNotAgainWithinTenMilliseconds() {
        sender.publish(10);
        for (int i = 0; i < 100; i++) {
            sender.nakBy(source(i), all(5, 1));
            sender.burst();
            sender.now += MILLI / 11;
        }
        assertThat(sender.repairs).hasSize(1);
        sender.now += MILLI;
        sender.nak(all(5, 1));
        sender.burst();
        assertThat(sender.repairs).hasSize(2);
    }

    @Test
    void whatTheNetworkDoesNotTakeIsAskedForAgain() {
        sender.publish(10);
        sender.takes = false;
        sender.nak(all(5, 2));
        sender.burst();
        assertThat(sender.resender.isAsked()).isFalse();
        assertThat(sender.counters.get(Counter.REPAIRS_REFUSED)).isEqualTo(1);
        sender.takes = true;
        sender.nak(all(5, 2));
        sender.burst();
        assertThat(sender.repairs).hasSize(2);
    }

    /** One who asks again and again before what he has asked for has been sent wants the same, most likely. */
    @Test
    void takesFourNaksOfASourceAtATime() {
        sender.publish(300);
        for (int i = 0; i < 6; i++) {
            sender.nak(all(1 + i * 40, 40));
        }
        sender.nakBy(source(1), all(300, 1));
        sender.burst();
        sender.nak(all(241, 1));
        sender.repairAll();
        assertThat(sender.repairs).hasSize(161);
        assertThat(sender.counters.get(Counter.NAKS_TAKEN)).isEqualTo(5);
        assertThat(sender.counters.get(Counter.NAKS_REFUSED)).isEqualTo(3);
        sender.nak(all(241, 1));
        sender.repairAll();
        assertThat(sender.repairs).hasSize(162);
    }

    @Test
    void partsOfAMessageThatHasNoneAreNotSent() {
        sender.publish(10);
        sender.nak(parts(5, new Range(0, 3)), parts(6, new Range(Long.MAX_VALUE - 5, 5)), all(10, 1));
        sender.repairAll();
        assertThat(sender.repairs).containsExactly(sender.datagrams.get(9));
    }

    @Test
    void whatIsDroppedWhileItWaitsIsPassedOver() {
        RepairingSender small = new RepairingSender(20_000, 30 * SECOND);
        small.publish(100);
        small.publishLarge(10_000);
        small.nak(all(1, 100), parts(101, new Range(1, 3)));
        small.burst();
        assertThat(small.repairs).hasSize(Resender.BURST);
        small.publish(10_000);
        small.repairAll();
        assertThat(small.repairs).hasSize(Resender.BURST);
    }

    /** What is sent again in the long run: twice what is published and 2 MB a second; for one of them, half of that. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 300})
    void whoeverAsksForEverythingForEverGetsNoMoreThanHisShare(int sources) {
        long size = 0;
        int asked = 0;
        int seconds = 10;
        for (int millis = 0; millis < seconds * 1000; millis++) {
            if (millis % 10 == 0) {
                sender.publishLarge(4_000);
            }
            sender.nakBy(source(asked++ % sources), all(1, Long.MAX_VALUE - 1));
            sender.nakBy(source(asked++ % sources), all(Math.max(1, sender.sequence.last() - 100), 101));
            for (int i = 0; i < 10; i++) {
                sender.burst();
                sender.now += MILLI / 10;
            }
            size += sender.repairs.stream().mapToLong(each -> each.length).sum();
            sender.repairs.clear();
        }
        long published =
                sender.datagrams.stream().mapToLong(each -> each.length).sum();
        long allowed = 2 * published + 2_000_000L * seconds + RepairBudget.LEAST;
        assertThat(size).isBetween(allowed / 3, sources == 1 ? allowed / 2 + RepairBudget.LEAST : allowed);
        assertThat(sender.counters.get(Counter.REPAIRS_REFUSED)).isPositive();
    }

    /** What is not used while nobody asks adds up to what is kept, and not to more. */
    @Test
    void whatMayBeSentAtOnceIsWhatIsKept() {
        sender.publish(10_000);
        sender.nak(all(1, 1));
        sender.repairAll();
        sender.now += 29 * SECOND;
        long kept = sender.stream.datagrams.bytes();
        for (int i = 0; i < 10_000; i++) {
            sender.nakBy(source(i % 50), all(1 + i * 128L % 10_000, 128));
            sender.burst();
            sender.now += Resender.REST;
        }
        long size = sender.repairs.stream().mapToLong(each -> each.length).sum();
        assertThat(size).isBetween(kept, kept + 10_000 * Resender.REST / RepairBudget.NANOS_PER_BYTE);
    }

    /** One who asks for everything leaves half of it for the others. */
    @Test
    void whoAsksForLittleGetsItBesidesOneWhoAsksForEverything() {
        SplittableRandom random = new SplittableRandom(5);
        int got = 0;
        for (int millis = 0; millis < 10_000; millis++) {
            sender.publish(1);
            sender.nakBy(source(1), all(1, Long.MAX_VALUE - 1));
            if (millis % 20 == 0) {
                long first = Math.max(1, sender.sequence.last() - random.nextInt(100));
                sender.nakBy(source(2), all(first, 1));
                byte[] wanted = sender.datagrams.get((int) first - 1);
                for (int i = 0; i < 100; i++) {
                    sender.burst();
                    sender.now += MILLI / 100;
                }
                got += sender.repairs.stream().anyMatch(each -> Arrays.equals(each, wanted)) ? 1 : 0;
                sender.repairs.clear();
            } else {
                sender.now += MILLI;
                sender.burst();
            }
        }
        assertThat(got).isGreaterThan(490);
    }

    @Test
    void aMillionNaksOfTenThousandSourcesCostBoundedWorkAndMemory() {
        sender.publish(50_000);
        long longest = 0;
        InetSocketAddress[] sources =
                IntStream.range(0, 10_000).mapToObj(ResenderTest::source).toArray(InetSocketAddress[]::new);
        for (int i = 0; i < 1_000_000; i++) {
            InetSocketAddress source = sources[i % 10_000];
            sender.nakBy(source, all(1 + i % 50_000, Long.MAX_VALUE - 60_000), all(3, 1), all(Long.MAX_VALUE - 2, 2));
            if (i % 100 == 0) {
                int before = sender.repairs.size();
                sender.burst();
                longest = Math.max(longest, sender.repairs.size() - before);
                sender.now += MILLI;
                sender.answers.tick(sender.now, 0);
            }
        }
        assertThat(longest).isLessThanOrEqualTo(Resender.BURST);
        assertThat(sender.said).hasSizeLessThanOrEqualTo(10_000 / 10 + 1);
        assertThat(sender.said).allMatch(heartbeat(1, 50_000)::equals);
        assertThat(sender.answers.asked()).isLessThanOrEqualTo(RepairAnswers.MAX_ASKED);
        assertThat(sender.stream.budget.sources()).isLessThanOrEqualTo(RepairBudget.MAX_SOURCES);
        long taken = sender.counters.get(Counter.NAKS_TAKEN);
        assertThat(taken + sender.counters.get(Counter.NAKS_REFUSED)).isEqualTo(1_000_000);
        sender.repairAll();
    }

    /** What is asked for by many who miss different things below what is kept is told together, and not for each. */
    @Test
    void tellsWhatIsGoneOnceInTenMilliseconds() {
        RepairingSender small = new RepairingSender(10_000, 30 * SECOND);
        small.publish(1000);
        long firstRetained = small.stream.firstRetained();
        for (int i = 0; i < 100; i++) {
            small.nakBy(source(i), all(701 + (50 + i * 7) % 100, 3));
            small.run(MILLI / 10);
        }
        small.run(MILLI);
        assertThat(small.said)
                .containsExactly(new Range(751, firstRetained - 751), new Range(701, firstRetained - 701));
    }

    @Test
    void saysWhatThereIsOnceInTenMilliseconds() {
        sender.publish(10);
        for (int i = 0; i < 100; i++) {
            sender.nakBy(source(i), all(11, 1 + i));
            sender.run(MILLI / 10);
        }
        sender.run(MILLI);
        assertThat(sender.said).containsExactly(heartbeat(1, 10), heartbeat(1, 10));
    }
}

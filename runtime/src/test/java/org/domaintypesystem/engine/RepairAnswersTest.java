package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.engine.RepairingSender.MILLI;
import static org.domaintypesystem.engine.RepairingSender.SECOND;
import static org.domaintypesystem.engine.RepairingSender.all;
import static org.domaintypesystem.engine.RepairingSender.heartbeat;
import static org.domaintypesystem.engine.RepairingSender.parts;

import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Range;
import org.junit.jupiter.api.Test;

/** What is sent again to those who ask, and what is said instead. */
class RepairAnswersTest {
    private final RepairingSender sender = new RepairingSender(1 << 20, 30 * SECOND);

    @Test
    void sendsWhatIsAskedForAsItWas() {
        sender.publish(100);
        sender.nak(all(3, 2), all(99, 1));
        sender.repairAll();
        assertThat(sender.repairs)
                .containsExactly(sender.datagrams.get(2), sender.datagrams.get(3), sender.datagrams.get(98));
        assertThat(sender.counters.get(Counter.NAKS_TAKEN)).isEqualTo(1);
        assertThat(sender.counters.get(Counter.REPAIRS_SENT)).isEqualTo(3);
        assertThat(sender.said).isEmpty();
    }

    @Test
    void sendsPartsOfALargeMessageOneByOne() {
        sender.publish(3);
        List<byte[]> fragments = sender.publishLarge(20_000);
        sender.publish(1);
        sender.nak(parts(4, new Range(2, 1), new Range(5, 3)));
        sender.repairAll();
        assertThat(sender.repairs)
                .containsExactly(fragments.get(2), fragments.get(5), fragments.get(6), fragments.get(7));
    }

    @Test
    void sendsAllPartsOfAMessageOfWhichNothingHasCome() {
        sender.publish(1);
        List<byte[]> fragments = sender.publishLarge(20_000);
        sender.publish(1);
        sender.nak(all(2, 2));
        sender.repairAll();
        assertThat(sender.repairs).hasSize(fragments.size() + 1).startsWith(fragments.toArray(byte[][]::new));
        assertThat(sender.repairs).endsWith(sender.datagrams.get(sender.datagrams.size() - 1));
    }

    /** Receivers find gaps in a large message before all of it has been sent. */
    @Test
    void sendsPartsOfAMessageThatIsStillBeingSent() {
        sender.publish(1);
        List<byte[]> fragments = sender.beginLarge(20_000, 10);
        sender.nak(parts(2, new Range(3, 2)));
        sender.repairAll();
        assertThat(sender.repairs).containsExactly(fragments.get(3), fragments.get(4));
        sender.run(2 * MILLI);
        assertThat(sender.said).isEmpty();
    }

    @Test
    void saysWhatIsGone() {
        RepairingSender small = new RepairingSender(10_000, 30 * SECOND);
        small.publish(1000);
        long firstRetained = small.stream.firstRetained();
        assertThat(firstRetained).isBetween(2L, 999L);
        small.nak(all(firstRetained - 5, 7));
        small.repairAll();
        small.run(MILLI);
        assertThat(small.said).containsExactly(new Range(firstRetained - 5, 5));
        assertThat(small.repairs)
                .containsExactly(
                        small.datagrams.get((int) firstRetained - 1), small.datagrams.get((int) firstRetained));
        assertThat(small.counters.get(Counter.GAPS_SENT)).isEqualTo(1);
    }

    @Test
    void saysWhatThereIsToThoseWhoAskForMore() {
        sender.publish(5);
        sender.nak(all(5, 3));
        sender.repairAll();
        sender.run(MILLI);
        assertThat(sender.repairs).containsExactly(sender.datagrams.get(4));
        assertThat(sender.said).containsExactly(heartbeat(1, 5));
    }

    @Test
    void refusesNaksOfOtherTypes() {
        RepairAnswers others = new RepairAnswers(
                7,
                (message, length, to) -> {
                    throw new AssertionError();
                },
                sender.resender,
                sender.counters,
                1);
        others.asked(Naks.read(Naks.of(RepairingSender.TYPE, all(1, 1))), RepairingSender.SOMEBODY, 0);
        assertThat(sender.counters.get(Counter.NAKS_REFUSED)).isEqualTo(1);
        assertThat(sender.resender.isAsked()).isFalse();
    }

    @Test
    void whoMissesSomethingOfSeveralTypesGetsAllOfIt() {
        OutboundSequence sequence = new OutboundSequence();
        RepairableStream other =
                new RepairableStream(9, RepairingSender.GROUP, sequence, 1 << 20, 30 * SECOND, () -> {});
        sender.answers.add(other);
        byte[] message = Packets.message(7, 9, 1, 5);
        other.sent(1, 1, message, message.length, sender.now);
        sequence.use(1);
        sender.publish(1);
        sender.nak(all(1, 1));
        sender.answers.asked(Naks.read(Naks.of(9, 1, 1)), RepairingSender.SOMEBODY, sender.now);
        sender.repairAll();
        assertThat(sender.repairs).containsExactly(sender.datagrams.get(0), message);
    }

    @Test
    void heartbeatsComeWhenNothingHasBeenSentForAWhileAndThenLessAndLess() {
        sender.publish(3);
        sender.run(99 * MILLI);
        assertThat(sender.said).isEmpty();
        sender.run(MILLI);
        assertThat(sender.said).containsExactly(heartbeat(1, 3));
        for (long pause : new long[] {200, 400, 800, 1600, 2000, 2000}) {
            sender.said.clear();
            sender.run(pause * MILLI - 1);
            assertThat(sender.said).isEmpty();
            sender.run(1);
            assertThat(sender.said).containsExactly(heartbeat(1, 3));
        }
        sender.said.clear();
        sender.publish(1);
        sender.run(99 * MILLI);
        sender.publish(1);
        sender.run(99 * MILLI);
        assertThat(sender.said).isEmpty();
        sender.run(MILLI);
        assertThat(sender.said).containsExactly(heartbeat(1, 5));
    }

    @Test
    void theLastHeartbeatSaysThatNothingIsKept() {
        sender.publish(3);
        sender.run(40 * SECOND);
        assertThat(sender.said).endsWith(heartbeat(1, 3), heartbeat(4, 3)).hasSizeBetween(15, 25);
        sender.said.clear();
        sender.run(100 * SECOND);
        assertThat(sender.said).isEmpty();
    }

    @Test
    void saysNothingBeforeItHasSentAnything() {
        sender.run(100 * SECOND);
        assertThat(sender.said).isEmpty();
    }

    /** Who ticks sleeps until something happens, and is woken once. */
    @Test
    void aMessageAfterSilenceWakes() {
        sender.publish(1000);
        assertThat(sender.wakes).isEqualTo(1);
        sender.run(SECOND);
        sender.publish(1000);
        assertThat(sender.wakes).isEqualTo(2);
        for (int i = 0; i < 100; i++) {
            sender.run(50 * MILLI);
            sender.publish(1);
        }
        assertThat(sender.wakes).isEqualTo(2);
    }
}

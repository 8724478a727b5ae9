package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.engine.RepairingSender.MILLI;
import static org.domaintypesystem.engine.RepairingSender.SECOND;
import static org.domaintypesystem.engine.RepairingSender.all;

import org.junit.jupiter.api.Test;

/** How much is kept, and for how long. */
class RepairableStreamTest {
    private static final int SMALL = MessageLayout.CONTENT + Long.BYTES + SentDatagrams.INDEX_BYTES;

    @Test
    void keepsSoManyBytes() {
        RepairingSender sender = new RepairingSender(100 * SMALL, 30 * SECOND);
        assertThat(sender.stream.firstRetained()).isEqualTo(1);
        sender.publish(100);
        assertThat(sender.stream.firstRetained()).isEqualTo(1);
        sender.publish(1);
        assertThat(sender.stream.firstRetained()).isEqualTo(2);
        sender.publish(10_000);
        assertThat(sender.stream.firstRetained()).isEqualTo(10_002);
        assertThat(sender.stream.datagrams.reserved()).isLessThan(4 * SentDatagrams.BLOCK);
    }

    @Test
    void keepsForSoLong() {
        RepairingSender sender = new RepairingSender(1 << 20, SECOND);
        sender.publish(5);
        sender.now += SECOND / 2;
        sender.publish(5);
        sender.now += SECOND / 2 - 1;
        sender.stream.expire(sender.now);
        assertThat(sender.stream.firstRetained()).isEqualTo(1);
        sender.now++;
        sender.publish(1);
        assertThat(sender.stream.firstRetained()).isEqualTo(6);
        sender.now += SECOND;
        sender.stream.expire(sender.now);
        assertThat(sender.stream.firstRetained()).as("nothing").isEqualTo(12);
        assertThat(sender.stream.datagrams.bytes()).isZero();
    }

    @Test
    void whatSeveralSayCountsTogetherAndInsteadOfWhatIsUsual() {
        RepairingSender sender = new RepairingSender(1 << 20, 30 * SECOND);
        sender.publish(10);
        sender.stream.keep(1 << 16, MILLI);
        sender.now += 2 * MILLI;
        sender.stream.expire(sender.now);
        assertThat(sender.stream.firstRetained()).isEqualTo(11);
        sender.publish(10_000);
        long few = sender.stream.firstRetained();
        sender.stream.keep(1 << 15, SECOND);
        sender.publish(1);
        sender.now += SECOND - 1;
        sender.stream.expire(sender.now);
        assertThat(sender.stream.firstRetained()).isBetween(few, few + 1);
    }

    /** A message is there as a whole or not at all. */
    @Test
    void dropsLargeMessagesAsAWhole() {
        RepairingSender sender = new RepairingSender(100_000, 30 * SECOND);
        sender.publish(1);
        sender.publishLarge(50_000);
        sender.publishLarge(30_000);
        assertThat(sender.stream.firstRetained()).isEqualTo(1);
        sender.publishLarge(20_000);
        assertThat(sender.stream.firstRetained()).isEqualTo(3);
        assertThat(sender.stream.datagrams.bytes()).isBetween(50_000L, 60_000L);
    }

    @Test
    void keepsNoPartsOfAMessageForWhichThereIsNoRoom() {
        RepairingSender sender = new RepairingSender(100_000, 30 * SECOND);
        sender.publish(1);
        sender.beginLarge(200_000, 80);
        assertThat(sender.stream.firstRetained())
                .as("gone before all of it is sent")
                .isEqualTo(3);
        assertThat(sender.stream.datagrams.bytes()).isZero();
        sender.nak(all(2, 1));
        sender.run(MILLI);
        assertThat(sender.said).containsExactly(new RepairMessages.Range(2, 1));
        sender.sequence.use(1);
        sender.publish(1);
        assertThat(sender.stream.firstRetained()).isEqualTo(3);
    }

    @Test
    void keepsNoPartsOfAMessageThatIsTooOldBeforeAllOfItIsSent() {
        RepairingSender sender = new RepairingSender(1 << 20, SECOND);
        sender.beginLarge(200_000, 10);
        sender.now += SECOND;
        byte[] part = sender.datagrams.get(0);
        sender.stream.sentPart(1, 10, part, part.length, sender.now);
        assertThat(sender.stream.firstRetained()).isEqualTo(2);
        assertThat(sender.stream.datagrams.bytes()).isZero();
    }
}

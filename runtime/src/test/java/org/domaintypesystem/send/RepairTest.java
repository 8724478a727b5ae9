package org.domaintypesystem.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.Naks;
import org.domaintypesystem.engine.Packets;
import org.domaintypesystem.engine.RepairAnswers;
import org.domaintypesystem.engine.RepairableStream;
import org.domaintypesystem.engine.Resender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept on the way to the network, and goes it once more. */
@Timeout(60)
class RepairTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long MILLI = 1_000_000;
    private static final SocketAddress GROUP = new InetSocketAddress(1);
    private static final SocketAddress SOMEBODY = new InetSocketAddress(2);
    private static final int FLAGS = 20;
    private static final int LARGE = 100_000;

    private long now;
    private int said;
    private final OutboundStream stream = new OutboundStream(GROUP);
    private final OutboundStream other = new OutboundStream(new InetSocketAddress(3));
    private final Resender resender = new Resender(new Counters());
    private final RepairAnswers answers =
            new RepairAnswers(7, (message, length, to) -> said++, resender, new Counters(), 1);
    private final SendPath path =
            new SendPath(new Departure(this::output, () -> now, this::pause), 1 << 20, 1 << 18, resender, null);
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Long> rests = new ArrayList<>();
    private boolean takes = true;
    private Runnable afterSending = () -> {};

    RepairTest() {
        RepairableStream repairable =
                new RepairableStream(TYPE, GROUP, stream.sequence(), 1 << 24, 30_000 * MILLI, () -> {});
        answers.add(repairable);
        stream.keepIn(repairable);
    }

    private boolean output(ByteBuffer datagram, SocketAddress to) {
        boolean left = takes;
        if (left) {
            byte[] bytes = new byte[datagram.remaining()];
            datagram.duplicate().get(bytes);
            sent.add(bytes);
            afterSending.run();
        }
        return left;
    }

    private void pause(long nanos) {
        rests.add(nanos);
        now += nanos;
    }

    private boolean send(OutboundStream to, int length) {
        byte[] message = Packets.withData(7, TYPE, 0, new byte[length]);
        boolean accepted = path.send(to, message, message.length);
        Arrays.fill(message, (byte) 0x55);
        return accepted;
    }

    private void defer(int length) {
        byte[] message = Packets.withData(7, TYPE, 0, new byte[length]);
        assertThat(path.defer(stream, message, message.length)).isTrue();
    }

    private void nak(long first, long count) {
        answers.asked(Naks.read(Naks.of(TYPE, first, count)), SOMEBODY, now);
    }

    private void nakParts(long of, long first, long count) {
        answers.asked(Naks.read(Naks.ofParts(TYPE, of, first, count)), SOMEBODY, now);
    }

    /** Ticks until nothing is left to be sent again. */
    private void tend() {
        long pause = path.tend(answers);
        while (pause != Long.MAX_VALUE) {
            now += pause;
            pause = path.tend(answers);
        }
    }

    private List<byte[]> repairsOf(Runnable asking) {
        int before = sent.size();
        asking.run();
        tend();
        return List.copyOf(sent.subList(before, sent.size()));
    }

    @Test
    void messagesLeaveMarkedAndOnceMoreAsTheyWere() {
        send(stream, 8);
        defer(16);
        defer(24);
        path.flush();
        send(stream, LARGE);
        assertThat(sent).allMatch(each -> each[FLAGS] == 2);
        List<byte[]> all = List.copyOf(sent);
        assertThat(all).hasSize(2 + 77);
        assertThat(repairsOf(() -> nak(1, 4))).containsExactlyElementsOf(all);
        assertThat(repairsOf(() -> nakParts(4, 70, 2))).as("just now").isEmpty();
        now += 10 * MILLI;
        assertThat(repairsOf(() -> nak(3, 1))).as("together with 2").containsExactly(all.get(1));
        assertThat(repairsOf(() -> nakParts(4, 70, 2))).containsExactlyElementsOf(all.subList(72, 74));
    }

    @Test
    void thoseOfOtherStreamsLeaveUnmarked() {
        send(other, 8);
        assertThat(sent.get(0)[FLAGS]).isZero();
        assertThat(other.repairable()).isNull();
    }

    @Test
    void whatWasAcceptedAndDidNotLeaveIsKept() {
        takes = false;
        defer(16);
        defer(24);
        path.flush();
        takes = true;
        assertThat(stream.lost()).isEqualTo(2);
        send(stream, 8);
        List<byte[]> repairs = repairsOf(() -> nak(1, 2));
        assertThat(repairs).hasSize(1);
        assertThat(repairs.get(0)[FLAGS]).isEqualTo((byte) 2);
    }

    @Test
    void whatWasRefusedIsNot() {
        takes = false;
        assertThat(send(stream, 8)).isFalse();
        assertThat(send(stream, LARGE)).isFalse();
        takes = true;
        assertThat(repairsOf(() -> nak(1, 1))).isEmpty();
        send(stream, 16);
        assertThat(repairsOf(() -> nak(1, 1))).containsExactly(sent.get(0));
    }

    @Test
    void theRestOfALargeMessageIsKeptWhenTheNetworkTakesNoMore() {
        afterSending = () -> takes = sent.size() < 10;
        assertThat(send(stream, LARGE)).isTrue();
        assertThat(stream.lost()).isEqualTo(1);
        afterSending = () -> {};
        takes = true;
        List<byte[]> repairs = repairsOf(() -> nakParts(1, 10, 100));
        assertThat(repairs).hasSize(67);
        OutboundStream same = new OutboundStream(GROUP);
        sent.clear();
        send(same, LARGE);
        for (int i = 0; i < repairs.size(); i++) {
            repairs.get(i)[FLAGS] = 0;
        }
        assertThat(sent.subList(10, 77)).containsExactlyElementsOf(repairs);
    }

    @Test
    void aLargeMessageThatWaitedAndDidNotLeaveIsKept() throws InterruptedException {
        int[] count = new int[1];
        afterSending = () -> {
            if (count[0]++ == 0) {
                Thread publisher = new Thread(() -> send(stream, LARGE));
                publisher.start();
                join(publisher);
                takes = false;
            }
        };
        assertThat(send(stream, 8)).isTrue();
        takes = true;
        assertThat(stream.last()).isEqualTo(2);
        assertThat(stream.lost()).isEqualTo(1);
        assertThat(repairsOf(() -> nak(2, 1))).hasSize(77);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPublishingThreadSendsOneBurstForEachMessage() {
        for (int i = 0; i < 100; i++) {
            send(stream, 8);
        }
        nak(1, 100);
        int before = sent.size();
        send(other, 8);
        assertThat(sent).hasSize(before + 1 + Resender.BURST);
        send(other, 8);
        assertThat(sent).as("rests").hasSize(before + 2 + Resender.BURST);
        now += Resender.REST;
        send(other, 8);
        assertThat(sent).hasSize(before + 3 + 2 * Resender.BURST);
        tend();
        assertThat(sent).hasSize(before + 3 + 100);
    }

    /** Whoever asks while somebody holds the path is not kept waiting for long. */
    @Test
    void partsAreSentAgainBetweenOthersOfTheirMessage() {
        afterSending = () -> {
            if (sent.size() == 20) {
                nakParts(1, 3, 2);
                assertThat(path.tend(answers)).isEqualTo(Resender.REST);
            }
        };
        send(stream, LARGE);
        assertThat(sent).hasSize(77 + 2);
        assertThat(sent.get(32)).isEqualTo(sent.get(3));
        assertThat(sent.get(33)).isEqualTo(sent.get(4));
        assertThat(resender.isAsked()).isFalse();
    }

    @Test
    void restsAreLongerAsLongAsPartsAreMissed() {
        send(stream, LARGE);
        assertThat(rests).hasSize(4).containsOnly(LargeSend.REST);
        rests.clear();
        now += 100 * MILLI;
        int begin = sent.size();
        afterSending = () -> {
            int part = sent.size() - begin;
            if (part % 16 == 5 && part < 1600) {
                now += 10 * MILLI;
                nakParts(2, 1, 1);
            }
        };
        send(stream, 4_000_000);
        assertThat(rests.get(0)).isEqualTo(2 * LargeSend.REST);
        assertThat(rests.get(1)).isEqualTo(4 * LargeSend.REST);
        assertThat(rests).contains(LargeSend.LONGEST_REST).allMatch(each -> each <= LargeSend.LONGEST_REST);
        assertThat(rests.get(rests.size() - 1)).as("back again").isEqualTo(LargeSend.REST);
        rests.clear();
        send(other, LARGE);
        assertThat(rests).containsOnly(LargeSend.REST);
    }

    @Test
    void tendingDropsWhatIsTooOld() {
        send(stream, 8);
        now += 30_000 * MILLI;
        tend();
        nak(1, 1);
        tend();
        assertThat(sent).hasSize(1);
        answers.tick(now, 0);
        assertThat(said).as("a gap, and a heartbeat").isEqualTo(2);
    }
}

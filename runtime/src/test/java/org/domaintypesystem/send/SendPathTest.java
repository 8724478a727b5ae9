package org.domaintypesystem.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.Inbound;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.InboundSink;
import org.domaintypesystem.engine.InboundType;
import org.domaintypesystem.engine.LongMap;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.Packets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SendPathTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;

    /** A message that left: the thread that published it, its own count, and the sequence. */
    private record Sent(long thread, long count, long sequence) {}

    private final OutboundStream stream = new OutboundStream(new InetSocketAddress(1));
    private final List<Sent> sent = new ArrayList<>();
    private final AtomicBoolean inside = new AtomicBoolean();
    private final Inbound inbound = Packets.inbound(new Counters(), (message, source) -> {});
    private final LongMap<InboundType> types = new LongMap<>(1);
    private final AtomicLong datagrams = new AtomicLong();
    private final AtomicLong clock = new AtomicLong();

    SendPathTest() {
        types.put(TYPE, new InboundType(new Reader(), 2));
    }

    private final class Reader implements InboundSink {
        @Override
        public void message(InboundMessage message) {
            long struct = message.payload();
            long thread = message.reader().int64(struct, 0);
            long count = message.reader().int64(struct, Long.BYTES);
            for (int at = 2 * Long.BYTES; message.reader().int64(struct, at) != 0; at += Long.BYTES) {
                assertThat(message.reader().int64(struct, at)).isEqualTo(thread + count + 1);
            }
            sent.add(new Sent(thread, count, message.sequence()));
        }

        @Override
        public void missing(long sender, long first, long missing) {
            sent.add(new Sent(-1, missing, first));
        }

        @Override
        public void late(long sender, long sequence) {
            throw new AssertionError("late " + sequence);
        }

        @Override
        public void known(long sender, long last) {}

        @Override
        public void forgotten(long sender) {}
    }

    private byte[] message(long thread, long count, int words) {
        long[] payload = new long[words + 2];
        Arrays.fill(payload, thread + count + 1);
        payload[0] = thread;
        payload[1] = count;
        return Packets.unnumbered(7, TYPE, clock.incrementAndGet(), payload);
    }

    private boolean send(SendPath path, long thread, long count, int words) {
        byte[] message = message(thread, count, words);
        return path.send(stream, message, message.length);
    }

    private boolean record(ByteBuffer datagram) {
        assertThat(inside.compareAndSet(false, true)).as("one thread at a time").isTrue();
        byte[] bytes = new byte[datagram.remaining()];
        datagram.duplicate().get(bytes);
        datagrams.incrementAndGet();
        assertThat(inbound.receive(bytes, bytes.length, 0, types, new InetSocketAddress(1)))
                .isTrue();
        inside.set(false);
        return true;
    }

    @Test
    void numbersMessagesFromOneOnAndSendsThemAtOnce() {
        SendPath path = TestPath.to((datagram, destination) -> record(datagram), 0);
        for (int i = 0; i < 3; i++) {
            assertThat(send(path, 0, i, i)).isTrue();
            assertThat(sent).hasSize(i + 1);
        }
        assertThat(sent).containsExactly(new Sent(0, 0, 1), new Sent(0, 1, 2), new Sent(0, 2, 3));
        assertThat(datagrams).hasValue(3);
        assertThat(stream.sent()).isEqualTo(3);
    }

    /** Where there are no keys. */
    @Test
    void messagesLeaveAsTheyAre() {
        List<byte[]> datagrams = new ArrayList<>();
        SendPath path = TestPath.to(
                (datagram, destination) -> {
                    byte[] bytes = new byte[datagram.remaining()];
                    datagram.get(bytes);
                    return datagrams.add(bytes);
                },
                0);
        assertThat(path.overhead()).isZero();
        byte[] largest = message(1, 1, (MessageLayout.MAX_DATAGRAM - MessageLayout.CONTENT) / Long.BYTES - 2);
        path.send(stream, largest, largest.length);
        byte[] large = message(1, 2, 500);
        path.send(stream, large, large.length);
        byte[] copies = Packets.concat(Packets.message(7, TYPE, 9, 1), Packets.message(7, TYPE, 8, 1));
        path.send(OutboundStream.ofCopies(new InetSocketAddress(2)), copies, copies.length);
        MessageLayout.writeSequence(largest, 1);
        MessageLayout.writeSequence(large, 2);
        List<byte[]> expected = new ArrayList<>(List.of(largest));
        expected.addAll(Packets.fragments(large));
        expected.add(copies);
        assertThat(datagrams).containsExactlyElementsOf(expected);
    }

    @Test
    void givesNoNumberToWhatTheNetworkRefuses() {
        AtomicBoolean takes = new AtomicBoolean();
        SendPath path = TestPath.to((datagram, destination) -> takes.get() && record(datagram), 0);
        assertThat(send(path, 0, 0, 1)).isFalse();
        takes.set(true);
        assertThat(send(path, 0, 1, 1)).isTrue();
        assertThat(sent).containsExactly(new Sent(0, 1, 1));
        assertThat(stream.refused()).isEqualTo(1);
        assertThat(stream.lost()).isZero();
    }

    /** While one thread is in the system call, another one leaves its messages and goes; they leave in one datagram. */
    @Test
    void packsWhatGathersWhileSomebodySends() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        SendPath path = TestPath.to(
                (datagram, destination) -> {
                    entered.countDown();
                    await(left);
                    return record(datagram);
                },
                0,
                256);
        Thread holder = new Thread(() -> send(path, 1, 0, 0));
        holder.start();
        entered.await();
        assertThat(send(path, 2, 0, 0)).isTrue();
        assertThat(send(path, 2, 1, 0)).isTrue();
        assertThat(send(path, 2, 2, 0)).as("ring full").isFalse();
        assertThat(stream.sent()).isZero();
        left.countDown();
        holder.join();
        assertThat(sent).containsExactly(new Sent(1, 0, 1), new Sent(2, 0, 2), new Sent(2, 1, 3));
        assertThat(datagrams).hasValue(2);
        assertThat(stream.sent()).isEqualTo(3);
        assertThat(stream.refused()).isEqualTo(1);
    }

    @Test
    void packsWhatIsDeferred() {
        SendPath path = TestPath.to((datagram, destination) -> record(datagram), 0);
        int count = 1000;
        for (int i = 0; i < count; i++) {
            byte[] message = message(0, i, 1);
            assertThat(path.defer(stream, message, message.length)).isTrue();
        }
        assertThat(sent).isEmpty();
        path.flush();
        assertThat(sent).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(sent.get(i)).isEqualTo(new Sent(0, i, i + 1));
        }
        assertThat(datagrams.get()).isLessThan(count / 25);
    }

    /** What was accepted and does not leave uses up its sequences. */
    @Test
    void aPackThatDoesNotLeaveIsSeenMissing() {
        AtomicBoolean takes = new AtomicBoolean(true);
        SendPath path = TestPath.to((datagram, destination) -> takes.get() && record(datagram), 0);
        assertThat(send(path, 0, 0, 0)).isTrue();
        takes.set(false);
        for (int i = 1; i <= 5; i++) {
            byte[] message = message(0, i, 0);
            assertThat(path.defer(stream, message, message.length)).isTrue();
        }
        path.flush();
        takes.set(true);
        assertThat(send(path, 0, 6, 0)).isTrue();
        assertThat(sent).containsExactly(new Sent(0, 0, 1), new Sent(-1, 5, 2), new Sent(0, 6, 7));
        assertThat(stream.lost()).isEqualTo(5);
        assertThat(stream.sent()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void losesNothingItAcceptedUnderStress(int threads) throws InterruptedException {
        int each = 40_000;
        SendPath path = TestPath.to(this::recordTo, 0, 1 << 13);
        AtomicLong accepted = new AtomicLong();
        List<Thread> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            Thread producer = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    if (send(path, thread, i, (i * 37 + thread) % 30)) {
                        accepted.incrementAndGet();
                    }
                }
            });
            running.add(producer);
            producer.start();
        }
        for (Thread producer : running) {
            producer.join();
        }
        assertThat(sent).hasSize((int) accepted.get());
        assertThat(stream.sent()).isEqualTo(accepted.get());
        assertThat(stream.refused()).isEqualTo((long) threads * each - accepted.get());
        long[] lastOfThread = new long[threads];
        Arrays.fill(lastOfThread, -1);
        for (int i = 0; i < sent.size(); i++) {
            Sent message = sent.get(i);
            assertThat(message.sequence()).as("without gaps").isEqualTo(i + 1);
            assertThat(message.count()).as("in the thread's order").isGreaterThan(lastOfThread[(int) message.thread()]);
            lastOfThread[(int) message.thread()] = message.count();
        }
    }

    private boolean recordTo(ByteBuffer datagram, SocketAddress destination) {
        assertThat(destination).isEqualTo(new InetSocketAddress(1));
        return record(datagram);
    }
}

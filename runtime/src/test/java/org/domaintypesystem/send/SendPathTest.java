package org.domaintypesystem.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.domaintypesystem.engine.MessageLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SendPathTest {
    private static final int HEADER = MessageLayout.CONTENT;

    /** What left: the thread that published, its own count, and the sequence. */
    private record Sent(int thread, long count, long sequence, int length) {}

    private final OutboundStream stream = new OutboundStream(new InetSocketAddress(1));
    private final List<Sent> sent = new ArrayList<>();
    private final AtomicBoolean inside = new AtomicBoolean();

    private static byte[] message(int thread, long count, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, thread).putLong(8, count);
        for (int i = HEADER; i < length; i++) {
            bytes.put(i, (byte) (thread + count + i));
        }
        return bytes.array();
    }

    private boolean record(ByteBuffer datagram) {
        assertThat(inside.compareAndSet(false, true)).as("one thread at a time").isTrue();
        ByteBuffer bytes = datagram.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int thread = (int) bytes.getLong(0);
        long count = bytes.getLong(8);
        for (int i = HEADER; i < bytes.limit(); i++) {
            assertThat(bytes.get(i)).isEqualTo((byte) (thread + count + i));
        }
        sent.add(new Sent(thread, count, bytes.getLong(MessageLayout.SEQUENCE), bytes.limit()));
        inside.set(false);
        return true;
    }

    @Test
    void numbersMessagesFromOneOn() {
        SendPath path = new SendPath((datagram, destination) -> record(datagram));
        for (int i = 0; i < 3; i++) {
            assertThat(path.send(stream, message(0, i, 100 + i), 100 + i)).isTrue();
        }
        assertThat(sent).containsExactly(new Sent(0, 0, 1, 100), new Sent(0, 1, 2, 101), new Sent(0, 2, 3, 102));
        assertThat(stream.sent()).isEqualTo(3);
    }

    @Test
    void givesNoNumberToWhatTheNetworkRefuses() {
        AtomicBoolean takes = new AtomicBoolean();
        SendPath path = new SendPath((datagram, destination) -> takes.get() && record(datagram));
        assertThat(path.send(stream, message(0, 0, 80), 80)).isFalse();
        takes.set(true);
        assertThat(path.send(stream, message(0, 1, 80), 80)).isTrue();
        assertThat(sent).containsExactly(new Sent(0, 1, 1, 80));
        assertThat(stream.refused()).isEqualTo(1);
        assertThat(stream.lost()).isZero();
    }

    /** While one thread is in the system call, another one leaves its message and goes. */
    @Test
    void leavesMessagesToWhoeverIsSending() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        SendPath path = new SendPath(
                (datagram, destination) -> {
                    boolean first = entered.getCount() > 0;
                    entered.countDown();
                    await(left);
                    // The first one leaves; the second one finds the network taking nothing.
                    return (first || sent.size() > 1) ? record(datagram) : addNothing();
                },
                256);
        Thread holder = new Thread(() -> path.send(stream, message(1, 0, 80), 80));
        holder.start();
        entered.await();
        assertThat(path.send(stream, message(2, 0, 80), 80)).isTrue();
        assertThat(path.send(stream, message(2, 1, 80), 80)).isTrue();
        assertThat(path.send(stream, message(2, 2, 80), 80)).as("ring full").isFalse();
        assertThat(stream.sent()).isZero();
        left.countDown();
        holder.join();
        assertThat(sent).containsExactly(new Sent(1, 0, 1, 80), new Sent(-1, -1, -1, -1), new Sent(2, 1, 3, 80));
        assertThat(stream.sent()).isEqualTo(2);
        assertThat(stream.refused()).isEqualTo(1);
        assertThat(stream.lost()).isEqualTo(1);
    }

    private boolean addNothing() {
        sent.add(new Sent(-1, -1, -1, -1));
        return false;
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
        SendPath path = new SendPath(this::recordTo, 1 << 13);
        AtomicLong accepted = new AtomicLong();
        List<Thread> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            Thread producer = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    int length = HEADER + (i * 37 + thread) % 300;
                    if (path.send(stream, message(thread, i, length), length)) {
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
            assertThat(message.count()).as("in the thread's order").isGreaterThan(lastOfThread[message.thread()]);
            lastOfThread[message.thread()] = message.count();
        }
    }

    private boolean recordTo(ByteBuffer datagram, SocketAddress destination) {
        assertThat(destination).isEqualTo(new InetSocketAddress(1));
        return record(datagram);
    }
}

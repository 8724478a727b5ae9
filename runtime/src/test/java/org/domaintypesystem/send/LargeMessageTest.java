package org.domaintypesystem.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
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

/** Messages that are cut, among others, on their way to the network: what a receiver makes of what leaves. */
@Timeout(60)
class LargeMessageTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long OTHER_TYPE = 0x8000_0000_0000_0002L;
    private static final int LARGE = 100_000;

    private final OutboundStream stream = new OutboundStream(new InetSocketAddress(1));
    private final OutboundStream other = new OutboundStream(new InetSocketAddress(2));
    private final List<String> heard = new ArrayList<>();
    private final Inbound inbound = Packets.inbound(new Counters(), (message, source) -> {});
    private final LongMap<InboundType> types = new LongMap<>(1);
    private final AtomicInteger datagrams = new AtomicInteger();

    LargeMessageTest() {
        types.put(TYPE, new InboundType(new Reader("a"), 2));
        types.put(OTHER_TYPE, new InboundType(new Reader("b"), 3));
    }

    /** Writes down sequences, and whether all bytes of a message are what its length says. */
    private final class Reader implements InboundSink {
        private final String name;

        Reader(String name) {
            this.name = name;
        }

        @Override
        public void message(InboundMessage message) {
            byte[] data = message.reader().data(message.payload(), 0);
            assertThat(data).isEqualTo(data(data.length));
            heard.add("%s%d: %d".formatted(name, message.sequence(), data.length));
        }

        @Override
        public void missing(long sender, long first, long count) {
            heard.add("%s%d missing".formatted(name, first));
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

    private static byte[] data(int length) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) length);
        return data;
    }

    private boolean send(SendPath path, OutboundStream to, int length) {
        byte[] message = Packets.withData(7, to == other ? OTHER_TYPE : TYPE, 0, data(length));
        boolean accepted = path.send(to, message, message.length);
        Arrays.fill(message, (byte) 0x55);
        return accepted;
    }

    private boolean defer(SendPath path, OutboundStream to, int length) {
        byte[] message = Packets.withData(7, to == other ? OTHER_TYPE : TYPE, 0, data(length));
        return path.defer(to, message, message.length);
    }

    private boolean receive(ByteBuffer datagram) {
        datagrams.incrementAndGet();
        byte[] bytes = new byte[datagram.remaining()];
        assertThat(bytes.length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM);
        datagram.duplicate().get(bytes);
        assertThat(inbound.receive(bytes, bytes.length, 0, types, new InetSocketAddress(1)))
                .isTrue();
        return true;
    }

    /** A path to a network that takes the attempts to send a datagram, from 1 on, that the predicate says. */
    private SendPath pathThatTakes(IntPredicate attempts) {
        AtomicInteger attempt = new AtomicInteger();
        return TestPath.to((datagram, to) -> attempts.test(attempt.incrementAndGet()) && receive(datagram), 1 << 20);
    }

    @Test
    void keepTheirPlaceAmongSmallOnes() {
        SendPath path = pathThatTakes(attempt -> true);
        for (int length : new int[] {8, LARGE, 9, 5000, 1_000_000, 10}) {
            assertThat(send(path, stream, length)).isTrue();
        }
        assertThat(heard).containsExactly("a1: 8", "a2: 100000", "a3: 9", "a4: 5000", "a5: 1000000", "a6: 10");
        assertThat(stream.sent()).isEqualTo(6);
    }

    @Test
    void keepTheirPlaceInABatch() {
        SendPath path = pathThatTakes(attempt -> true);
        for (int length : new int[] {1, 2, LARGE, 3, 4, LARGE}) {
            assertThat(defer(path, stream, length)).isTrue();
            assertThat(defer(path, other, length + 10)).isTrue();
        }
        path.flush();
        assertThat(heard.stream().filter(each -> each.startsWith("a")))
                .containsExactly("a1: 1", "a2: 2", "a3: 100000", "a4: 3", "a5: 4", "a6: 100000");
        assertThat(heard.stream().filter(each -> each.startsWith("b")))
                .containsExactly("b1: 11", "b2: 12", "b3: 100010", "b4: 13", "b5: 14", "b6: 100010");
    }

    @Test
    void haveNoSequenceIfNothingLeaves() {
        SendPath path = pathThatTakes(attempt -> attempt > 300);
        assertThat(send(path, stream, LARGE)).isFalse();
        assertThat(stream.refused()).isEqualTo(1);
        assertThat(stream.lost()).isZero();
        assertThat(send(path, stream, LARGE)).as("after some rests").isTrue();
        assertThat(heard).containsExactly("a1: 100000");
    }

    @Test
    void waitForANetworkThatTakesNothingForAWhile() {
        SendPath path = pathThatTakes(attempt -> attempt % 10 == 0);
        assertThat(send(path, stream, LARGE)).isTrue();
        assertThat(heard).containsExactly("a1: 100000");
        assertThat(stream.sent()).isEqualTo(1);
    }

    @Test
    void areLostIfOneFragmentDoesNotLeave() {
        SendPath path = pathThatTakes(attempt -> attempt <= 10 || attempt > 1000);
        send(path, stream, 8);
        assertThat(send(path, stream, LARGE)).as("accepted, and then lost").isTrue();
        assertThat(datagrams).as("the rest is not tried").hasValue(10);
        assertThat(stream.lost()).isEqualTo(1);
        assertThat(stream.last()).isEqualTo(2);
        SendPath again = pathThatTakes(attempt -> true);
        send(again, stream, 9);
        assertThat(heard).containsExactly("a1: 8", "a2 missing", "a3: 9");
    }

    /** The sequence is not given away before: whoever announces it says that the message is to be there soon. */
    @Test
    void haveASequenceWhenTheyHaveLeft() {
        List<Long> lasts = new ArrayList<>();
        SendPath path = TestPath.to((datagram, to) -> lasts.add(stream.last()) && receive(datagram), 0);
        send(path, stream, LARGE);
        assertThat(lasts).containsOnly(0L);
        assertThat(stream.last()).isEqualTo(1);
    }

    /** While one is being sent, others of other streams leave between its bursts, and of its own behind it. */
    @Test
    void letOthersPass() throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        SendPath[] path = new SendPath[1];
        path[0] = TestPath.to(
                (datagram, to) -> {
                    if (sent.incrementAndGet() == 10) {
                        onAnotherThread(() -> {
                            assertThat(send(path[0], other, 8)).isTrue();
                            assertThat(send(path[0], stream, 9)).isTrue();
                            assertThat(send(path[0], other, 10)).isTrue();
                            assertThat(send(path[0], other, LARGE)).isTrue();
                            assertThat(send(path[0], other, 11)).isTrue();
                        });
                    }
                    return receive(datagram);
                },
                1 << 20);
        assertThat(send(path[0], stream, LARGE)).isTrue();
        assertThat(heard).containsExactly("b1: 8", "a1: 100000", "a2: 9", "b2: 10", "b3: 100000", "b4: 11");
    }

    /** Streams to several places may number their messages together. */
    @Test
    void shareNoSequenceWithThoseThatAreNumberedWithThem() throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        OutboundStream elsewhere = stream.to(new InetSocketAddress(3));
        SendPath[] path = new SendPath[1];
        path[0] = TestPath.to(
                (datagram, to) -> {
                    if (sent.incrementAndGet() == 10) {
                        onAnotherThread(() -> send(path[0], elsewhere, 8));
                    }
                    return receive(datagram);
                },
                0);
        send(path[0], stream, LARGE);
        assertThat(heard).containsExactly("a1: 100000", "a2: 8");
    }

    @Test
    void areHandedOverUpToABound() throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        SendPath[] path = new SendPath[1];
        path[0] = TestPath.to(
                (datagram, to) -> {
                    if (sent.incrementAndGet() == 1) {
                        onAnotherThread(() -> {
                            assertThat(send(path[0], stream, LARGE)).isTrue();
                            assertThat(send(path[0], stream, LARGE + 8)).isTrue();
                            assertThat(send(path[0], stream, LARGE))
                                    .as("too much")
                                    .isFalse();
                            assertThat(send(path[0], stream, 9)).isTrue();
                        });
                    }
                    return receive(datagram);
                },
                2 * LARGE + 1000);
        send(path[0], stream, 8);
        assertThat(heard).containsExactly("a1: 8", "a2: 100000", "a3: 100008", "a4: 9");
        assertThat(stream.refused()).isEqualTo(1);
        assertThat(send(path[0], stream, LARGE)).isTrue();
        assertThat(heard).endsWith("a5: 100000");
    }

    private static void onAnotherThread(Runnable task) {
        Thread thread = new Thread(task);
        Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((of, e) -> failure[0] = e);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failure[0] != null) {
            throw new AssertionError(failure[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void areSentByManyThreadsAtATime(int threads) throws InterruptedException {
        SendPath path = TestPath.to((datagram, to) -> receive(datagram), 300_000, 1 << 13);
        AtomicLong accepted = new AtomicLong();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            Thread producer = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                for (int i = 0; i < 200; i++) {
                    OutboundStream to = (i + thread) % 3 == 0 ? other : stream;
                    if (send(path, to, i % 7 == 0 ? 10_000 + i : i)) {
                        accepted.incrementAndGet();
                    }
                }
            });
            running.add(producer);
            producer.start();
        }
        start.countDown();
        for (Thread producer : running) {
            producer.join();
        }
        assertThat(heard).hasSize((int) accepted.get()).noneMatch(each -> each.endsWith("missing"));
        assertThat(stream.last() + other.last()).isEqualTo(accepted.get());
        assertThat(stream.refused() + other.refused() + accepted.get()).isEqualTo(threads * 200L);
    }
}

package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.domaintypesystem.spi.TransportListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MulticastTransportTest {
    private final List<Integer> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final InetAddress group = InetAddress.getByName("239.255.7.7");
    private final int port = freePort();
    private volatile long pause = Long.MAX_VALUE;
    private volatile LongConsumer ticks = readUpTo -> {};
    private volatile Runnable onEight = () -> {};
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final TransportListener listener = new TransportListener() {
        @Override
        public void datagram(byte[] buffer, int length, SocketAddress source) {
            handle(buffer[0]);
        }

        @Override
        public long tick(long readUpTo) {
            ticks.accept(readUpTo);
            return pause;
        }

        @Override
        public void failed(String what, Throwable cause) {
            failures.incrementAndGet();
            if (Thread.currentThread().getName().equals("transport-under-test")) {
                throw new IllegalStateException("cannot even be told");
            }
        }

        @Override
        public void warned(String what) {
            said.add(what);
        }

        @Override
        public void changed(String what, boolean isFurther) {
            said.add(isFurther + ": " + what);
        }
    };
    private final List<Link> there = new CopyOnWriteArrayList<>(List.of(Links.loopback()));
    private final SocketSettings settings = new SocketSettings(port, 0, 1 << 22);
    private final MulticastTransport transport =
            new MulticastTransport(new Interfaces(List.of("127.0.0.1")), settings, "transport-under-test", listener);

    MulticastTransportTest() throws IOException {}

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(0))) {
            return socket.getLocalPort();
        }
    }

    private void handle(int number) {
        received.add(number);
        switch (number) {
            case 1 -> throw new StackOverflowError("on purpose");
            case 2 -> throw new IllegalStateException("on purpose");
            case 3 -> Thread.currentThread().interrupt();
            case 8 -> onEight.run();
            case 9 -> transport.close();
            default -> {}
        }
    }

    private boolean send(int number) {
        return transport.send(ByteBuffer.wrap(new byte[] {(byte) number}), new InetSocketAddress(group, port));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void goesOnReceivingWhateverItsListenerDoes() throws IOException {
        transport.join(group);
        for (int number = 1; number <= 5; number++) {
            assertThat(send(number)).isTrue();
        }
        await().untilAsserted(() -> assertThat(received).containsExactly(1, 2, 3, 4, 5));
        assertThat(failures).hasValue(2);
        send(6);
        await().untilAsserted(() -> assertThat(received).endsWith(6));
    }

    @Test
    void receivesWhatItJoinedAndNothingElse() throws IOException {
        InetAddress other = InetAddress.getByName("239.255.7.8");
        transport.join(other);
        send(10);
        transport.join(group);
        send(11);
        await().untilAsserted(() -> assertThat(received).containsExactly(11));
        transport.leave(group);
        send(12);
        transport.leave(other);
        assertThat(transport.receivingSockets()).isZero();
        transport.join(group);
        send(13);
        await().untilAsserted(() -> assertThat(received).containsExactly(11, 13));
    }

    @Test
    void closesFromItsOwnThread() throws IOException {
        transport.join(group);
        send(9);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("transport-under-test")));
        assertThat(send(1)).isFalse();
        assertThat(failures).as("a closed socket is no failure").hasValue(0);
        assertThatThrownBy(() -> transport.join(group)).isInstanceOf(IOException.class);
        transport.leave(group);
    }

    /** It is closed in the round that goes before a tick, in which it has been woken, too. */
    @Test
    void endsAtOnceWhenItIsClosedBeforeATick() throws IOException {
        CountDownLatch sent = new CountDownLatch(1);
        onEight = () -> awaitUninterruptibly(sent);
        transport.join(group);
        send(10);
        await().untilAsserted(() -> assertThat(received).containsExactly(10));
        send(8);
        await().untilAsserted(() -> assertThat(received).endsWith(8));
        for (int further = 1; further < ReceiveLoop.TURN; further++) {
            send(10);
        }
        send(9);
        transport.wake();
        sent.countDown();
        await().atMost(Duration.ofNanos(ReceiveLoop.LOOK_PAUSE * 4 / 5))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("transport-under-test")));
    }

    @Test
    void comesAliveWithAnInterfaceAndSurvivesItsEnd() throws IOException {
        there.clear();
        try (MulticastTransport other = new MulticastTransport(
                new Interfaces(List.of()), () -> List.copyOf(there), settings, "other", listener)) {
            assertThat(said).singleElement().asString().startsWith("No network interface is up");
            other.join(group);
            ByteBuffer datagram = ByteBuffer.wrap(new byte[] {10});
            assertThat(other.send(datagram, new InetSocketAddress(group, port))).isFalse();
            assertThat(other.silence(false)).contains("No network interface", "receives on no interface");
            assertThat(other).hasToString("no interface");

            there.add(Links.loopback());
            other.look();
            assertThat(said.get(1)).isEqualTo("true: now receives on %1$s, sends on %1$s".formatted(Links.loopback()));
            send(10);
            await().untilAsserted(() -> assertThat(received).containsExactly(10));
            assertThat(other.send(datagram, new InetSocketAddress(group, port))).isTrue();
            await().untilAsserted(() -> assertThat(received).containsExactly(10, 10));
            assertThat(other).hasToString(Links.loopback().name());
            other.look();
            assertThat(said).hasSize(2);

            there.clear();
            other.look();
            assertThat(other.send(datagram.rewind(), new InetSocketAddress(group, port)))
                    .isFalse();
            assertThat(said.get(2)).startsWith("false: ").endsWith("sends on no interface");
        }
        assertThat(failures).hasValue(0);
    }

    /** As when an interface has been away: what its sockets hold comes before what comes to the next ones. */
    @Test
    void losesNothingWhenItJoinsAnew() throws IOException {
        CountDownLatch sent = new CountDownLatch(1);
        try (MulticastTransport other = new MulticastTransport(
                new Interfaces(List.of()), () -> List.copyOf(there), settings, "other", listener)) {
            other.join(group);
            onEight = () -> {
                awaitUninterruptibly(sent);
                Link loopback = there.remove(0);
                other.look();
                there.add(loopback);
                other.look();
                send(120);
            };
            send(8);
            for (int number = 20; number < 120; number++) {
                send(number);
            }
            sent.countDown();
            await().untilAsserted(() -> assertThat(received).contains(120));
        }
        assertThat(received.stream().distinct()).isSorted().startsWith(8, 20).hasSize(102);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysUpToWhenItHasReceivedEverything() throws IOException {
        int count = 300;
        AtomicLongArray sentAt = new AtomicLongArray(count);
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        AtomicLong latest = new AtomicLong(System.nanoTime());
        CountDownLatch started = new CountDownLatch(1);
        onEight = () -> {
            awaitUninterruptibly(started);
            LockSupport.parkNanos(10_000);
        };
        transport.join(group);
        pause = 1;
        ticks = readUpTo -> {
            int arrived = 0;
            while (arrived < sent.get() && sentAt.get(arrived) - readUpTo <= 0) {
                arrived++;
            }
            if (arrived > received.size()) {
                early.incrementAndGet();
            }
            latest.set(readUpTo);
        };
        transport.wake();
        for (int i = 0; i < count; i++) {
            send(8);
            sentAt.set(i, System.nanoTime());
            sent.incrementAndGet();
        }
        started.countDown();
        await().until(() -> latest.get() - sentAt.get(count - 1) >= 0);
        assertThat(received).hasSize(count);
        assertThat(early).hasValue(0);
    }

    /** The second interface is loopback, too, under another name. */
    @Test
    void sendsByEveryInterfaceToAGroupAndByOneToANode() throws IOException {
        transport.join(group);
        Link loopback = Links.loopback();
        Link alias = new Link(
                loopback.index(), loopback.name(), List.of(loopback.addresses().get(0)), false);
        SendSockets senders = new SendSockets(listener, () -> {}, () -> 0);
        for (int i = 0; i < 2; i++) {
            senders.add(List.of(new SendSocket(alias, SystemLinks.networkInterface(loopback), settings)));
        }
        assertThat(senders.send(ByteBuffer.wrap(new byte[] {20}), new InetSocketAddress(group, port)))
                .isTrue();
        assertThat(senders.send(
                        ByteBuffer.wrap(new byte[] {21}),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                .isTrue();
        send(22);
        await().untilAsserted(() -> assertThat(received).endsWith(22));
        assertThat(received).containsExactly(20, 20, 21, 22);
        senders.remove(List.of(alias), new Failures());
    }

    @Test
    void saysOnceWhatFailsAtEveryLook() throws IOException {
        Link changed =
                new Link(Links.loopback().index(), "eth7", Links.loopback().addresses(), false);
        try (MulticastTransport other = new MulticastTransport(
                new Interfaces(List.of()), () -> List.copyOf(there), settings, "other", listener)) {
            there.add(changed);
            for (int i = 0; i < 3; i++) {
                other.look();
            }
            assertThat(failures).hasValue(1);
            there.remove(changed);
            other.look();
            there.add(changed);
            other.look();
            assertThat(failures).hasValue(2);
        }
    }
}

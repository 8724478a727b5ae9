package org.domaintypesystem.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.domaintypesystem.spi.TransportListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SendSocketsTest {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private long now = Long.MAX_VALUE;
    private final AtomicInteger refusals = new AtomicInteger();
    private final Failures failures = new Failures();
    private final Link loopback = Links.loopback();

    private final SendSockets sockets = new SendSockets(
            new TransportListener() {
                @Override
                public void datagram(byte[] buffer, int length, SocketAddress source) {}

                @Override
                public long tick(long readUpTo) {
                    return Long.MAX_VALUE;
                }

                @Override
                public void failed(String what, Throwable cause) {
                    said.add(what + ": " + cause);
                }

                @Override
                public void warned(String what) {
                    said.add(what);
                }
            },
            refusals::incrementAndGet,
            () -> now);

    SendSocketsTest() throws IOException {}

    private Link named(String name) {
        return new Link(loopback.index(), name, loopback.addresses(), true);
    }

    private SendSocket open(String name) throws IOException {
        return new SendSocket(named(name), SystemLinks.networkInterface(loopback), new SocketSettings(0, 0, 1 << 20));
    }

    /** Sockets come and go under the hands of the thread that sends; each datagram leaves, and nobody is told of failures. */
    @Test
    void areReplacedWhileAThreadSends() throws Exception {
        AtomicBoolean ends = new AtomicBoolean();
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger notSent = new AtomicInteger();
        try (DatagramSocket sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sockets.add(List.of(open("lo0")));
            Thread sender = new Thread(() -> {
                ByteBuffer datagram = ByteBuffer.allocateDirect(8);
                while (!ends.get()) {
                    (sockets.send(datagram.clear(), sink.getLocalSocketAddress()) ? sent : notSent).incrementAndGet();
                }
            });
            sender.start();
            for (int i = 0; i < 50; i++) {
                int before = sent.get();
                sockets.add(List.of(open("lo" + (i + 1))));
                sockets.remove(List.of(named("lo" + i)), failures);
                while (sent.get() == before && sender.isAlive()) {
                    Thread.onSpinWait();
                }
            }
            ends.set(true);
            sender.join();
            assertThat(sockets.links()).containsExactly(named("lo50"));
            sockets.remove(sockets.links(), failures);
            assertThat(sockets.send(ByteBuffer.allocate(8), sink.getLocalSocketAddress()))
                    .isFalse();
        }
        assertThat(notSent).hasValue(0);
        assertThat(said).isEmpty();
        assertThat(failures.size()).isZero();
    }

    /** Java refuses to send to port 0. */
    @Test
    void saysWhereAndWhyTheSystemRefusesIfThatLasts() throws IOException {
        sockets.add(List.of(open("eth7")));
        InetSocketAddress nowhere = new InetSocketAddress("239.255.7.7", 0);
        for (long pause : List.of(0L, SendTrouble.PATIENCE - 1)) {
            now += pause;
            assertThat(sockets.send(ByteBuffer.allocate(8), nowhere)).isFalse();
        }
        assertThat(refusals).hasValue(2);
        assertThat(said).isEmpty();
        for (long pause : List.of(1L, SendTrouble.QUIET - 1)) {
            now += pause;
            sockets.send(ByteBuffer.allocate(8), nowhere);
            assertThat(said).singleElement().asString().contains("to 239.255.7.7:0 on", "eth7 (127.0.0.1)", "port 0");
        }
        now++;
        sockets.send(ByteBuffer.allocate(8), nowhere);
        assertThat(said).hasSize(2);

        try (DatagramSocket sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sockets.send(ByteBuffer.allocate(8), sink.getLocalSocketAddress());
        }
        now += SendTrouble.QUIET;
        sockets.send(ByteBuffer.allocate(8), nowhere);
        assertThat(said).as("it has worked meanwhile").hasSize(2);
        sockets.remove(sockets.links(), failures);
    }
}

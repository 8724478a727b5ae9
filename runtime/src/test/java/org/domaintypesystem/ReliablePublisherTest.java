package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.Reading.ReadingCodec;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.engine.Naks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node sends on the network of a reliable type, and again to those who ask for it. */
@Timeout(60)
class ReliablePublisherTest {
    private static final int FLAGS = 20;
    private static final int TAG = 22;
    private static final int HEARTBEAT = 7;
    private static final int GAP = 9;
    private static final ReadingCodec RELIABLE =
            new ReadingCodec(Reading.CODEC.type().reliable());

    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("publisher");
    private final DatagramSocket capture = loopback.capture(Reading.TYPE_ID);
    private SocketAddress source = new InetSocketAddress(0);

    ReliablePublisherTest() throws IOException {}

    @AfterEach
    void close() {
        dts.close();
        capture.close();
        loopback.close();
    }

    private byte[] receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        capture.receive(packet);
        source = packet.getSocketAddress();
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private void nak(long first, long count) throws IOException {
        byte[] nak = Naks.of(Reading.TYPE_ID, first, count);
        capture.send(new DatagramPacket(nak, nak.length, source));
    }

    @Test
    void marksSendsAgainAndSaysWhatIsThere() throws IOException {
        ReadingPublisher publisher = new ReadingPublisher(dts, RELIABLE);
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            publisher.publish(i, "text");
            sent.add(receive());
            assertThat(sent.get(i)[FLAGS]).isEqualTo((byte) 2);
        }
        publisher.publish(3, "large".repeat(1000));
        for (int i = 0; i < 4; i++) {
            sent.add(receive());
            assertThat(sent.get(3 + i)[FLAGS]).isEqualTo((byte) 2);
        }
        nak(2, 2);
        assertThat(receive()).isEqualTo(sent.get(1));
        assertThat(receive()).isEqualTo(sent.get(2));
        nak(4, 1);
        for (int i = 0; i < 4; i++) {
            assertThat(receive()).isEqualTo(sent.get(3 + i));
        }
        assertThat(receive()[TAG]).isEqualTo((byte) HEARTBEAT);
    }

    @Test
    void marksAndKeepsNothingOfOtherTypes() throws IOException {
        ReadingPublisher publisher = new ReadingPublisher(dts);
        publisher.publish(1, "text");
        byte[] message = receive();
        assertThat(message[FLAGS]).isZero();
        nak(1, 1);
        publisher.publish(2, "text");
        assertThat(receive()).hasSize(message.length).isNotEqualTo(message);
    }

    /** All of its messages in a node, whoever publishes them, from when somebody says that they are to be reliable. */
    @Test
    void becomesReliableOnTheWay() throws IOException {
        ReadingPublisher publisher = new ReadingPublisher(dts);
        publisher.publish(1, "text");
        assertThat(receive()[FLAGS]).isZero();
        ReadingPublisher reliable = new ReadingPublisher(dts, RELIABLE);
        nak(1, 1);
        assertThat(receive()[TAG]).as("gone").isEqualTo((byte) GAP);
        publisher.publish(2, "text");
        byte[] message = receive();
        assertThat(message[FLAGS]).isEqualTo((byte) 2);
        reliable.publish(3, "text");
        assertThat(receive()[FLAGS]).isEqualTo((byte) 2);
        nak(2, 1);
        assertThat(receive()).isEqualTo(message);
        assertThat(dts.counters().sending().sent()).isEqualTo(3);
    }

    @Test
    void anyPublisherMayBeReliable() throws IOException {
        ReadingPublisher publisher = new ReadingPublisher(dts);
        publisher.reliable();
        publisher.reliable(Retention.ofTime(Duration.ofMinutes(2)));
        publisher.publish(1, "text");
        byte[] message = receive();
        assertThat(message[FLAGS]).isEqualTo((byte) 2);
        nak(1, 1);
        assertThat(receive()).isEqualTo(message);
        dts.close();
        assertThatThrownBy(publisher::reliable).isInstanceOf(IllegalStateException.class);
    }

    /** Whoever asks for all that could ever be gets what there is, and is told about the rest, and nobody minds. */
    @Test
    void naksForEverything() throws IOException {
        ReadingPublisher publisher = new ReadingPublisher(dts, RELIABLE);
        publisher.publish(1, "text");
        byte[] message = receive();
        for (int i = 0; i < 1000; i++) {
            nak(1, Long.MAX_VALUE - 1);
            nak(Long.MAX_VALUE - 1, 1);
            nak(0, 1);
            nak(5, Long.MAX_VALUE);
        }
        await().until(() -> {
            nak(1, 1);
            return dts.counters().repairing().answered() > 10
                    && dts.counters().receiving().rejected().malformed() > 10;
        });
        assertThat(receive())
                .satisfiesAnyOf(
                        heard -> assertThat(heard).isEqualTo(message),
                        heard -> assertThat(heard[TAG]).isEqualTo((byte) HEARTBEAT));
        publisher.publish(2, "text");
        assertThat(dts.counters().repairing().sent()).isBetween(1L, 1000L);
        assertThat(publisher.dropped()).isZero();
    }

    private Thread closing(Duration patience) {
        Thread thread = new Thread(() -> dts.close(patience));
        thread.start();
        return thread;
    }

    @Test
    void staysForThoseWhoMissSomething() throws Exception {
        ReadingPublisher publisher = new ReadingPublisher(dts, RELIABLE);
        publisher.publish(1, "text");
        byte[] message = receive();
        Thread closing = closing(Duration.ofHours(1));
        assertThat(receive()[TAG]).as("at once").isEqualTo((byte) HEARTBEAT);
        assertThatThrownBy(() -> publisher.publish(2, "text")).isInstanceOf(IllegalStateException.class);
        nak(1, 1);
        byte[] repair = receive();
        while (repair[TAG] == HEARTBEAT) {
            repair = receive();
        }
        assertThat(repair).isEqualTo(message);
        closing.join();
        assertThatThrownBy(() -> publisher.publish(2, "text")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void somebodyElseMayHaveItStayNoLonger() throws Exception {
        ReadingPublisher publisher = new ReadingPublisher(dts, RELIABLE);
        publisher.publish(1, "text");
        receive();
        long begin = System.nanoTime();
        Thread closing = closing(Duration.ofHours(1));
        await().until(() -> {
            nak(1, 1);
            return System.nanoTime() - begin > 800_000_000L;
        });
        assertThat(closing.isAlive()).as("somebody still asks").isTrue();
        dts.close();
        closing.join();
    }

    @Test
    void anInterruptHasItLeaveAtOnce() throws Exception {
        ReadingPublisher publisher = new ReadingPublisher(dts, RELIABLE);
        publisher.publish(1, "text");
        boolean[] interrupted = new boolean[1];
        Thread closing = new Thread(() -> {
            Thread.currentThread().interrupt();
            dts.close(Duration.ofHours(1));
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        closing.start();
        closing.join();
        assertThat(interrupted[0]).isTrue();
        assertThatThrownBy(publisher::reliable).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesAtOnceIfNothingIsKept() throws Exception {
        new ReadingPublisher(dts).publish(1, "text");
        new ReadingPublisher(dts, RELIABLE);
        dts.close(Duration.ofHours(1));
        dts.close(Duration.ofHours(1));
        assertThatThrownBy(() -> dts.close(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.MulticastSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.Reading.ReadingView;
import org.domaintypesystem.codec.ViewDecoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is thrown at a node, it goes on. That a sender is not led astray by messages forged in its name is another
 * matter, and not possible in general where nothing is signed.
 */
@Timeout(120)
class HostileInputTest {
    private static final int DATAGRAMS = 5000;

    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("node");
    private final Collector collector = new Collector();

    HostileInputTest() throws IOException {}

    @AfterEach
    void close() {
        dts.close();
        loopback.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void receivesValidMessagesAfterGarbage(long seed) throws IOException {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        Set<String> seen = ConcurrentHashMap.newKeySet();
        dts.listen(
                new ViewDecoder<>(Reading.CODEC.type(), new ReadingView()),
                (view, info) -> seen.add(view.number() + view.text()),
                Delivery.inline());
        ReadingPublisher publisher = new ReadingPublisher(dts);
        byte[] valid;
        try (MulticastSocket capture = loopback.capture(Reading.TYPE_ID)) {
            publisher.publish(1, "a valid message");
            valid = Loopback.receive(capture);
        }
        Random random = new Random(seed);
        for (int i = 1; i <= DATAGRAMS; i++) {
            byte[] datagram = random.nextInt(3) == 0 ? garbage(random) : mutated(valid, random);
            if (random.nextBoolean()) {
                loopback.multicast(Reading.TYPE_ID, datagram);
            } else {
                loopback.unicast(datagram);
            }
            if (i % 100 == 0) {
                // Not faster than they are taken, so that the system loses none.
                int sent = i;
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> dts.counters().receiving().datagrams() > sent);
            }
        }
        try (Dts other = loopback.join("other")) {
            new ReadingPublisher(other).publish(2, "after all");
            await().untilAsserted(() -> assertThat(collector.messages).contains(new Reading(2, "after all")));
            await().untilAsserted(() -> assertThat(seen).contains("2after all"));
        }
        assertThat(dts.counters().receiving().rejected().malformed()).isPositive();
        assertThat(dts.counters().receiving().rejected().foreign()).isPositive();
    }

    private static byte[] garbage(Random random) {
        byte[] datagram = new byte[random.nextInt(20) == 0 ? random.nextInt(60_000) : random.nextInt(200)];
        random.nextBytes(datagram);
        if (datagram.length > 8 && random.nextBoolean()) {
            // Framing that may fit.
            Arrays.fill(datagram, 0, 8, (byte) 0);
            datagram[4] = (byte) random.nextInt(30);
        }
        return datagram;
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] datagram =
                Arrays.copyOf(valid, random.nextInt(4) == 0 ? random.nextInt(valid.length + 1) : valid.length);
        for (int i = 1 + random.nextInt(5); i > 0 && datagram.length > 0; i--) {
            int at = random.nextInt(datagram.length);
            datagram[at] =
                    random.nextBoolean() ? (byte) random.nextInt() : (byte) (datagram[at] ^ 1 << random.nextInt(8));
        }
        return datagram;
    }
}

package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.MulticastSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.Reading.ReadingView;
import org.domaintypesystem.codec.ViewDecoder;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages of many datagrams, by real sockets. */
@Timeout(60)
class LargeMessageTest {
    private static final int USUAL_LIMIT = 1 << 24;

    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("node");
    private final ReadingPublisher publisher = new ReadingPublisher(dts);

    LargeMessageTest() throws IOException {}

    @AfterEach
    void close() {
        dts.close();
        loopback.close();
    }

    private static String text(int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(text.length()).append(' ');
        }
        text.setLength(length);
        return text.toString();
    }

    @Test
    void arriveInTheirPlaceAsObjectsAndAsViews() {
        Collector collector = new Collector();
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        List<Reading> seen = new CopyOnWriteArrayList<>();
        dts.listen(
                new ViewDecoder<>(Reading.CODEC.type(), new ReadingView()),
                (view, info) -> seen.add(new Reading(view.number(), view.text())),
                Delivery.inline());
        List<Reading> readings = new ArrayList<>();
        for (int length : new int[] {10, 50_000, 0, 300_000, 1400, 5}) {
            readings.add(new Reading(length, text(length)));
        }
        for (Reading reading : readings) {
            assertThat(publisher.publish(reading)).isTrue();
            // Not faster than they are taken, so that the system loses none.
            await().untilAsserted(() -> assertThat(seen).endsWith(reading));
        }
        await().untilAsserted(() -> assertThat(collector.messages).isEqualTo(readings));
        assertThat(seen).isEqualTo(readings);
        assertThat(collector.sequences).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(collector.losses).isEmpty();
        assertThat(dts.counters().sending().sent()).isEqualTo(6);
        assertThat(dts.counters().receiving().fragments()).isGreaterThan(350_000 / MessageLayout.MAX_DATAGRAM);
    }

    @Test
    void arriveInABatch() {
        Collector collector = new Collector();
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        List<Reading> readings = new ArrayList<>();
        try (Batch batch = dts.batch()) {
            for (int i = 0; i < 20; i++) {
                readings.add(new Reading(i, text(i % 5 == 3 ? 3000 : i)));
                publisher.publish(readings.get(i));
            }
        }
        await().untilAsserted(() -> assertThat(collector.messages).isEqualTo(readings));
        assertThat(dts.counters().receiving().datagrams()).isLessThan(30);
    }

    @Test
    @Tag("capnp")
    void leaveInDatagramsAsSpecified() throws IOException {
        CapnpTool capnp = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"));
        try (MulticastSocket capture = loopback.capture(Reading.TYPE_ID)) {
            publisher.publish(42, text(3000));
            for (int i = 0; i < 3; i++) {
                byte[] datagram = Loopback.receive(capture);
                assertThat(datagram.length).isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM);
                assertThat(capnp.decode("dts.capnp", "Message", datagram))
                        .contains("sender = " + Long.toUnsignedString(dts.sender()))
                        .contains("sequence = 1,", "index = " + i, "count = 3", "body = 0");
            }
        }
    }

    @Test
    void haveALimitThatCanBeSet() {
        System.setProperty(Settings.MAX_MESSAGE_SIZE, "5000");
        try (Dts limited = loopback.join("limited")) {
            assertThat(limited.maxMessageSize()).isEqualTo(5000);
        } finally {
            System.clearProperty(Settings.MAX_MESSAGE_SIZE);
        }
        assertThat(dts.maxMessageSize()).isEqualTo(USUAL_LIMIT);
        assertThat(Settings.maxMessageSize(77_000)).isEqualTo(77_000);
        for (int wrong : new int[] {-1, 1407, (1 << 28) + 1}) {
            assertThat(catchThrowable(() -> Dts.builder().maxMessageSize(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected 1408 to 268435456");
        }
    }
}

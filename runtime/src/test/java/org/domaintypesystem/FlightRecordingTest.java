package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.engine.Packets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What JDK Flight Recorder is told. */
@Timeout(60)
class FlightRecordingTest {
    private static final String TYPE = Reading.CODEC.type().name();

    @TempDir
    Path folder;

    @Test
    void showsWhatHappens() throws IOException {
        List<RecordedEvent> events;
        long sender;
        long peer;
        try (Loopback loopback = new Loopback();
                Dts dts = loopback.join("node");
                Recording recording = new Recording()) {
            sender = dts.sender();
            recording.enable("dts.Publish");
            recording.enable("dts.Receive");
            recording.enable("dts.Counters").withPeriod(Duration.ofMillis(10));
            recording.start();
            Collector collector = new Collector();
            dts.listen(Reading.CODEC, collector, Delivery.queue());
            ReadingPublisher publisher = new ReadingPublisher(dts);
            publisher.publish(1, "one");
            publisher.publish(2, "two");
            loopback.multicast(Reading.TYPE_ID, Packets.message(9, Reading.TYPE_ID, 1, 1));
            loopback.multicast(Reading.TYPE_ID, Packets.message(9, Reading.TYPE_ID, 4, 4));
            await().untilAsserted(() -> assertThat(collector.messages).hasSize(4));
            try (Dts other = loopback.join("other")) {
                await().until(() -> !dts.peers().isEmpty());
                peer = other.sender();
            }
            await().until(() -> dts.peers().isEmpty());
            await().until(() -> counted(recording, sender));
            events = recorded(recording);
        }
        List<RecordedEvent> published = of("dts.Publish", events);
        assertThat(published)
                .extracting(event -> event.getString("type"), event -> event.getLong("sender"))
                .containsOnly(tuple(TYPE, sender));
        assertThat(published.stream().mapToInt(event -> event.getInt("count")).sum())
                .isEqualTo(2);
        assertThat(published.get(0).getLong("sequence")).isEqualTo(1);
        assertThat(published.get(0).getInt("bytes")).isPositive();
        assertThat(of("dts.Receive", events))
                .extracting(
                        event -> event.getString("type"),
                        event -> event.getLong("sender"),
                        event -> event.getLong("sequence"))
                .contains(tuple(TYPE, sender, 1L), tuple(TYPE, sender, 2L), tuple(TYPE, 9L, 4L))
                .hasSize(4);
        assertThat(of("dts.Loss", events)).singleElement().satisfies(event -> {
            assertThat(event.getString("type")).isEqualTo(TYPE);
            assertThat(event.getLong("sender")).isEqualTo(9);
            assertThat(event.getLong("sequence")).isEqualTo(2);
            assertThat(event.getLong("count")).isEqualTo(2);
            assertThat(event.getString("cause")).isEqualTo("MISSING");
        });
        assertThat(of("dts.PeerUp", events))
                .extracting(event -> event.getLong("sender"), event -> event.getString("name"))
                .contains(tuple(peer, "other"));
        assertThat(of("dts.PeerDown", events))
                .extracting(event -> event.getLong("sender"), event -> event.getBoolean("saidSo"))
                .contains(tuple(peer, true));
    }

    /** At 100 000 messages a second they would push everything else out of a recording. */
    @Test
    void singleMessagesAreForWhoeverAsksForThem() throws IOException {
        try (Loopback loopback = new Loopback();
                Dts dts = loopback.join("node");
                Recording recording = new Recording()) {
            recording.start();
            Collector collector = new Collector();
            dts.listen(Reading.CODEC, collector, Delivery.queue());
            new ReadingPublisher(dts).publish(1, "one");
            loopback.multicast(Reading.TYPE_ID, Packets.message(9, Reading.TYPE_ID, 1, 1));
            loopback.multicast(Reading.TYPE_ID, Packets.message(9, Reading.TYPE_ID, 4, 4));
            await().untilAsserted(() -> assertThat(collector.losses).hasSize(1));
            List<RecordedEvent> events = recorded(recording);
            assertThat(of("dts.Loss", events)).hasSize(1);
            assertThat(of("dts.Publish", events)).isEmpty();
            assertThat(of("dts.Receive", events)).isEmpty();
        }
    }

    private boolean counted(Recording recording, long sender) throws IOException {
        return of("dts.Counters", recorded(recording)).stream()
                .anyMatch(event -> event.getLong("sender") == sender
                        && event.getLong("sent") == 2
                        && event.getLong("missing") == 2
                        && event.getLong("delivered") == 4);
    }

    private List<RecordedEvent> recorded(Recording recording) throws IOException {
        Path file = folder.resolve("recording.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
    }

    private static List<RecordedEvent> of(String name, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }
}

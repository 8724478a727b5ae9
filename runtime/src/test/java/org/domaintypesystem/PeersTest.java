package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is there, over real sockets. */
@Timeout(60)
class PeersTest {
    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("here");
    private final List<String> events = new CopyOnWriteArrayList<>();

    PeersTest() throws IOException {}

    @AfterEach
    void close() {
        dts.close();
        loopback.close();
    }

    private final class Recorder implements PeerListener {
        @Override
        public void up(Peer peer) {
            events.add("up " + peer.name());
        }

        @Override
        public void changed(Peer peer) {
            events.add("changed " + peer.name());
        }

        @Override
        public void down(Peer peer, boolean saidSo) {
            events.add((saidSo ? "left " : "lost ") + peer.name());
        }
    }

    @Test
    void nodesFindEachOtherAndSayWhatTheyShare() {
        try (Dts other = loopback.join("there")) {
            new ReadingPublisher(other).publish(1, "a");
            dts.listen(Reading.CODEC, (message, info) -> {}, Delivery.queue());
            await().untilAsserted(() -> {
                assertThat(dts.peers()).singleElement().satisfies(peer -> {
                    assertThat(peer.name()).isEqualTo("there");
                    assertThat(peer.sender()).isEqualTo(other.sender());
                    assertThat(peer.pid()).isEqualTo(ProcessHandle.current().pid());
                    assertThat(peer.types()).singleElement().satisfies(type -> {
                        assertThat(type.typeId()).isEqualTo(Reading.TYPE_ID);
                        assertThat(type.publishes()).isTrue();
                        assertThat(type.listens()).isFalse();
                    });
                });
                assertThat(other.peers())
                        .singleElement()
                        .satisfies(peer -> assertThat(peer.types())
                                .singleElement()
                                .satisfies(type -> assertThat(type.listens()).isTrue()));
            });
            assertThat(dts.types()).singleElement().satisfies(type -> {
                assertThat(type.typeId()).isEqualTo(Reading.TYPE_ID);
                assertThat(type.publishers()).extracting(Peer::name).containsExactly("there");
                assertThat(type.listeners()).extracting(Peer::name).containsExactly("here");
            });
        }
        await().untilAsserted(() -> assertThat(dts.peers()).isEmpty());
    }

    @Test
    void listenersAreToldWhoComesChangesAndGoes() {
        try (PeerSubscription subscription = dts.listen(new Recorder())) {
            Dts other = loopback.join("there");
            await().untilAsserted(() -> assertThat(events).containsExactly("up there"));
            Subscription listening = other.listen(Reading.CODEC, (message, info) -> {}, Delivery.queue());
            await().untilAsserted(
                            () -> assertThat(events).endsWith("changed there").hasSize(2));
            listening.close();
            await().untilAsserted(() -> assertThat(events).hasSize(3));
            assertThat(dts.peers())
                    .singleElement()
                    .satisfies(peer -> assertThat(peer.types()).isEmpty());
            other.close();
            await().untilAsserted(
                            () -> assertThat(events).endsWith("left there").hasSize(4));
        }
        try (Dts again = loopback.join("again")) {
            await().untilAsserted(() -> assertThat(dts.peers()).hasSize(1));
            assertThat(again.sender()).isNotZero();
        }
        assertThat(events).hasSize(4);
    }
}

package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("node");
    private final Collector collector = new Collector();
    private final ReadingPublisher publisher = new ReadingPublisher(dts);

    BatchTest() throws IOException {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
    }

    @AfterEach
    void close() {
        dts.close();
        loopback.close();
    }

    private void awaitMessages(int count) {
        await().untilAsserted(() -> assertThat(collector.messages).hasSize(count));
    }

    @Test
    void whatIsPublishedInABatchArrivesInOrderAndInFewDatagrams() {
        int count = 500;
        try (Batch batch = dts.batch()) {
            for (int i = 0; i < count; i++) {
                assertThat(publisher.publish(i, "number " + i)).isTrue();
            }
        }
        awaitMessages(count);
        assertThat(publisher.sent()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(collector.messages.get(i)).isEqualTo(new Reading(i, "number " + i));
            assertThat(collector.sequences.get(i)).isEqualTo(i + 1L);
        }
        assertThat(dts.counters().receiving().datagrams()).isLessThan(count / 10);
        assertThat(collector.losses).isEmpty();
    }

    @Test
    void anotherThreadTakesAlongWhatWaits() {
        try (Batch batch = dts.batch()) {
            publisher.publish(1, "waits");
            CompletableFuture.runAsync(() -> publisher.publish(2, "goes")).join();
            awaitMessages(2);
        }
        assertThat(collector.messages).containsExactly(new Reading(1, "waits"), new Reading(2, "goes"));
    }

    @Test
    void isClosedOnceByItsOwnThread() {
        Batch batch = dts.batch();
        assertThatThrownBy(() -> CompletableFuture.runAsync(batch::close).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        batch.close();
        batch.close();
        publisher.publish(1, "at once");
        await().until(() -> publisher.sent() == 1);
    }

    @Test
    void aClosedNodeHasNone() {
        dts.close();
        assertThatThrownBy(dts::batch).isInstanceOf(IllegalStateException.class);
    }
}

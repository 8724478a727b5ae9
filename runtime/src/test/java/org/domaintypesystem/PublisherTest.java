package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.domaintypesystem.Reading.ReadingCodec;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PublisherTest {
    private final Loopback loopback = new Loopback();
    private final Dts dts = Dts.builder()
            .interfaces("127.0.0.1")
            .port(loopback.port)
            .maxMessageSize(100_000)
            .name("node")
            .join();
    private final Collector collector = new Collector();
    private final ReadingPublisher publisher = new ReadingPublisher(dts);

    PublisherTest() throws IOException {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
    }

    @AfterEach
    void close() {
        dts.close();
        loopback.close();
    }

    @Test
    void sendsWhatJustFits() {
        // Header 72, struct 16, text with its final zero.
        String fits = "x".repeat(1408 - 72 - 16 - 1);
        assertThat(publisher.publish(1, fits)).isTrue();
        await().untilAsserted(() -> assertThat(collector.messages).containsExactly(new Reading(1, fits)));
    }

    @Test
    void sendsWhatIsLargerThanADatagram() {
        List<Reading> expected = new ArrayList<>();
        for (int length : new int[] {1408 - 72 - 16, 1500, 2047, 5000, 40_000}) {
            expected.add(new Reading(length, "x".repeat(length)));
            assertThat(publisher.publish(expected.get(expected.size() - 1))).isTrue();
            await().untilAsserted(() -> assertThat(collector.messages).isEqualTo(expected));
        }
        assertThat(collector.sequences).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(publisher.sent()).isEqualTo(5);
    }

    @Test
    void refusesWhatIsTooLargeWithItsSize() {
        for (int length : new int[] {100_000 - 72 - 16, 110_000, 1_000_000}) {
            String text = "x".repeat(length);
            int size = 72 + 16 + (length + 1 + 7) / 8 * 8;
            for (boolean fromComponents : new boolean[] {false, true}) {
                MessageTooLargeException refusal = catchThrowableOfType(MessageTooLargeException.class, () -> {
                    if (fromComponents) {
                        publisher.publish(1, text);
                    } else {
                        publisher.publish(new Reading(1, text));
                    }
                });
                assertThat(refusal.size()).isEqualTo(size);
                assertThat(refusal.limit()).isEqualTo(100_000);
                assertThat(refusal).hasMessageContaining("test.Reading").hasMessageContaining(Integer.toString(size));
            }
        }
        publisher.publish(2, "");
        await().untilAsserted(() -> assertThat(collector.sequences).containsExactly(1L));
    }

    @Test
    void refusesWhatIsBeyondMeasure() {
        String text = "x".repeat(17 << 20);
        assertThatThrownBy(() -> publisher.publish(1, text))
                .isInstanceOf(MessageTooLargeException.class)
                .hasMessageContaining("more than 1048576 bytes")
                .hasMessageContaining("the limit is 100000")
                .hasMessageContaining("dts.max-message-size");
    }

    @Test
    void keepsNoLargeScratch() {
        assertThat(publisher.publish(1, "x".repeat(10_000))).isTrue();
        assertThatThrownBy(() -> publisher.publish(1, "x".repeat(200_000)))
                .isInstanceOf(MessageTooLargeException.class);
        try (Draft draft = Draft.ofThread(Reading.CODEC.type(), 100_000)) {
            assertThat(draft.limit()).isEqualTo(2048);
        }
    }

    @Test
    void givesNoSequenceToWhatCannotBeEncoded() {
        assertThatThrownBy(() -> publisher.publish(1, null)).isInstanceOf(EncodeException.class);
        assertThatThrownBy(() -> publisher.publish(null)).isInstanceOf(NullPointerException.class);
        publisher.publish(2, "");
        await().untilAsserted(() -> assertThat(collector.sequences).containsExactly(1L));
    }

    /** Code of the user's that runs while a message is encoded, and publishes itself. */
    @Test
    void publishesWhilePublishing() {
        ReadingPublisher outer = new ReadingPublisher(dts, new Codec<>() {
            @Override
            public TypeDescriptor type() {
                return Reading.CODEC.type();
            }

            @Override
            public int write(Reading value, byte[] out, int pointer, int end, int limit) {
                int half = Reading.CODEC.write(value, out, pointer, end, limit);
                publisher.publish(value.number() + 1, "inner");
                if (value.number() < 10) {
                    assertThatThrownBy(() -> publisher.publish(0, "x".repeat(150_000)))
                            .isInstanceOf(MessageTooLargeException.class);
                }
                return half;
            }

            @Override
            public Reading read(WireReader in, long struct) {
                throw new AssertionError();
            }
        });
        outer.publish(new Reading(1, "outer"));
        outer.publish(new Reading(11, "outer"));
        await().untilAsserted(() -> assertThat(collector.messages)
                .containsExactly(
                        new Reading(2, "inner"),
                        new Reading(1, "outer"),
                        new Reading(12, "inner"),
                        new Reading(11, "outer")));
        assertThat(collector.sequences).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void publishesOnAnInterruptedThread() {
        Thread.currentThread().interrupt();
        assertThat(publisher.publish(1, "")).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(publisher.publish(2, "")).isTrue();
        await().untilAsserted(() -> assertThat(collector.sequences).containsExactly(1L, 2L));
    }

    @Test
    void keepsSequencesGaplessForManyThreads() throws InterruptedException {
        int threads = 4;
        int each = 10_000;
        List<ReadingPublisher> publishers = List.of(
                new ReadingPublisher(dts, ReadingCodec.numbered(1)),
                new ReadingPublisher(dts, ReadingCodec.numbered(2)));
        Map<String, Accounts> accounts = new ConcurrentHashMap<>();
        for (ReadingPublisher publisherOfType : publishers) {
            Accounts ofType = new Accounts();
            accounts.put(publisherOfType.type().name(), ofType);
            dts.listen(new ReadingCodec(publisherOfType.type()), ofType, Delivery.inline());
        }
        AtomicLong accepted = new AtomicLong();
        List<Thread> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    if (publishers.get(i & 1).publish(i, "")) {
                        accepted.incrementAndGet();
                    }
                }
            });
            running.add(thread);
            thread.start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        DtsCounters.Sending sending = dts.counters().sending();
        assertThat(sending.lost()).isZero();
        assertThat(sending.sent()).isEqualTo(accepted.get());
        assertThat(sending.refused()).isEqualTo((long) threads * each - accepted.get());
        for (ReadingPublisher publisherOfType : publishers) {
            Accounts ofType = accounts.get(publisherOfType.type().name());
            // One more, which shows what the system may have lost at the very end; it may be lost, too.
            await().untilAsserted(() -> {
                publisherOfType.publish(-1, "");
                assertThat(ofType.done).isTrue();
            });
            await().untilAsserted(() ->
                    assertThat(ofType.next - 1).as("sequences given away").isEqualTo(publisherOfType.sent()));
            assertThat(dts.counters().delivering().failures()).isZero();
        }
    }

    /** Checks that sequences come one by one, each as a message or as missing. */
    private static final class Accounts implements Listener<Reading> {
        volatile long next = 1;
        volatile boolean done;
        private boolean began;

        @Override
        public void onMessage(Reading message, MessageInfo info) {
            // The first one heard is the base.
            if (began && info.sequence() != next) {
                throw new AssertionError(info.sequence() + " instead of " + next);
            }
            began = true;
            next = info.sequence() + 1;
            done = message.number() == -1;
        }

        @Override
        public void onLoss(Loss loss) {
            if (loss.first() != next) {
                throw new AssertionError(loss + " instead of " + next);
            }
            next = loss.first() + loss.count();
        }
    }
}

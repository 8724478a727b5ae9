package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Reading.ReadingCodec;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.Reading.ReadingView;
import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.Segments;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.ViewDecoder;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.engine.Packets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NodeTest {
    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("node");
    private final Collector collector = new Collector();

    NodeTest() throws IOException {}

    @AfterEach
    void close() {
        dts.close();
        loopback.close();
    }

    private void awaitMessages(int count) {
        await().untilAsserted(() -> assertThat(collector.messages).hasSize(count));
    }

    private void forge(long sender, long sequence) {
        loopback.multicast(Reading.TYPE_ID, Packets.message(sender, Reading.TYPE_ID, sequence, sequence));
    }

    @Test
    void deliversWithinAProcess() {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        ReadingPublisher publisher = new ReadingPublisher(dts);
        assertThat(publisher.publish(new Reading(1, "one"))).isTrue();
        assertThat(publisher.publish(2, "zwölf")).isTrue();
        awaitMessages(2);
        assertThat(collector.messages).containsExactly(new Reading(1, "one"), new Reading(2, "zwölf"));
        assertThat(collector.sequences).containsExactly(1L, 2L);
        assertThat(publisher.sent()).isEqualTo(2);
        assertThat(publisher.dropped()).isZero();
    }

    @Test
    void deliversBetweenNodesAndTellsThemApart() {
        try (Dts other = loopback.join("other")) {
            assertThat(other.sender()).isNotEqualTo(dts.sender());
            Collector there = new Collector();
            dts.listen(Reading.CODEC, collector, Delivery.inline());
            other.listen(Reading.CODEC, there, Delivery.queue());
            new ReadingPublisher(dts).publish(1, "a");
            new ReadingPublisher(other).publish(2, "b");
            awaitMessages(2);
            await().untilAsserted(() -> assertThat(there.messages).hasSize(2));
            assertThat(there.messages).containsExactlyInAnyOrder(new Reading(1, "a"), new Reading(2, "b"));
            assertThat(collector.sequences).containsExactly(1L, 1L);
        }
    }

    @Test
    void deliversMessagesOfSeveralSegments() {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        loopback.multicast(
                Reading.TYPE_ID,
                Segments.message(
                        Segments.segment(Segments.struct(0, 6, 1), 0x1_5444, 5, Reading.TYPE_ID, 0, 1, 0),
                        Segments.segment(0)));
        loopback.multicast(
                Reading.TYPE_ID,
                Segments.message(
                        Segments.segment(
                                Segments.struct(0, 6, 1), 0x1_5444, 5, Reading.TYPE_ID, 0, 2, 0, Segments.far(1, 0)),
                        Segments.segment(Segments.struct(0, 1, 1), 64, Segments.far(2, 0)),
                        Segments.segment(Segments.list(0, ElementSize.BYTE, 2), 'x')));
        awaitMessages(1);
        assertThat(collector.messages).containsExactly(new Reading(64, "x"));
        assertThat(dts.counters().receiving().rejected().malformed()).isEqualTo(1);
    }

    @Test
    void tellsWhatIsKnownOfAMessage() throws InterruptedException {
        BlockingQueue<List<Object>> known = new LinkedBlockingQueue<>();
        dts.listen(
                Reading.CODEC,
                (message, info) -> known.add(List.of(
                        info.sender(),
                        info.sequence(),
                        info.sourceTimeNanos(),
                        info.receiveTimeNanos(),
                        info.typeName())),
                Delivery.queue());
        long before = EpochClock.nanos();
        new ReadingPublisher(dts).publish(1, "");
        List<Object> info = known.poll(30, TimeUnit.SECONDS);
        assertThat(info).element(0).isEqualTo(dts.sender());
        assertThat(info).element(1).isEqualTo(1L);
        assertThat((long) info.get(2)).isBetween(before, EpochClock.nanos());
        assertThat((long) info.get(3)).isBetween((long) info.get(2), EpochClock.nanos());
        assertThat(info).element(4).isEqualTo("test.Reading");
        assertThat(Instant.EPOCH.plusNanos((long) info.get(2))).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void tellsOfMissingLateAndRepeatedMessages() {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        for (long sequence : new long[] {7, 8, 11, 9, 9, 11, 12}) {
            forge(5, sequence);
        }
        awaitMessages(4);
        assertThat(collector.sequences).containsExactly(7L, 8L, 11L, 12L);
        assertThat(collector.losses)
                .containsExactly(new Loss(Reading.CODEC.type().name(), 5, 9, 2, Loss.Cause.MISSING));
        assertThat(collector.revisions)
                .containsExactly(new Loss(Reading.CODEC.type().name(), 5, 9, 1, Loss.Cause.MISSING));
        DtsCounters.Receiving counted = dts.counters().receiving();
        assertThat(counted.missing()).isEqualTo(2);
        assertThat(counted.late()).isEqualTo(1);
        assertThat(counted.duplicates()).isEqualTo(2);
        assertThat(counted.accepted()).isEqualTo(4);
    }

    @Test
    void tellsASubscriptionOnlyWhatItMissedItself() {
        dts.listen(Reading.CODEC, collector, Delivery.inline());
        forge(5, 1);
        forge(5, 2);
        awaitMessages(2);
        Collector second = new Collector();
        dts.listen(Reading.CODEC, second, Delivery.inline());
        for (long sequence : new long[] {6, 4, 9, 8}) {
            forge(5, sequence);
        }
        await().untilAsserted(() -> assertThat(second.revisions).isNotEmpty());
        String type = Reading.CODEC.type().name();
        Loss common = new Loss(type, 5, 7, 2, Loss.Cause.MISSING);
        assertThat(second.sequences).containsExactly(6L, 9L);
        assertThat(second.losses).containsExactly(common);
        assertThat(second.revisions).containsExactly(new Loss(type, 5, 8, 1, Loss.Cause.MISSING));
        assertThat(collector.losses).containsExactly(new Loss(type, 5, 3, 3, Loss.Cause.MISSING), common);
        assertThat(collector.revisions).hasSize(2);
    }

    @Test
    void readsSeveralMessagesOfADatagram() {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        loopback.multicast(
                Reading.TYPE_ID,
                Packets.concat(
                        Packets.message(5, Reading.TYPE_ID, 1, 10),
                        Packets.message(5, 77, 1, 0),
                        Packets.message(5, Reading.TYPE_ID, 2, 20)));
        awaitMessages(2);
        assertThat(collector.messages).containsExactly(new Reading(10, ""), new Reading(20, ""));
        assertThat(dts.counters().receiving().notListened()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAListenerThrew() {
        dts.listen(
                Reading.CODEC,
                (message, info) -> {
                    throw new AssertionError("on purpose");
                },
                Delivery.inline());
        Subscription throwing = dts.listen(
                Reading.CODEC,
                new Listener<>() {
                    @Override
                    public void onMessage(Reading message, MessageInfo info) {
                        collector.onMessage(message, info);
                        throw new IllegalStateException("on purpose");
                    }

                    @Override
                    public void onLoss(Loss loss) {
                        throw new IllegalStateException("on purpose");
                    }
                },
                Delivery.queue());
        forge(1, 1);
        forge(1, 3);
        awaitMessages(2);
        await().untilAsserted(
                        () -> assertThat(dts.counters().delivering().failures()).isEqualTo(5));
        assertThat(throwing.delivered()).isEqualTo(2);
    }

    /** Neither its message nor its text can be had. */
    private static final class Untellable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new AssertionError("on purpose");
        }

        @Override
        public String toString() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void goesOnAfterAnExceptionThatCannotBeTold() {
        dts.listen(
                Reading.CODEC,
                (message, info) -> {
                    collector.onMessage(message, info);
                    throw new Untellable();
                },
                Delivery.queue());
        forge(1, 1);
        forge(1, 2);
        awaitMessages(2);
    }

    @Test
    void losesNoMessageToAnotherListenersDecoder() {
        Decoder<Reading> failing = new Decoder<>() {
            @Override
            public TypeDescriptor type() {
                return Reading.CODEC.type();
            }

            @Override
            public Reading read(WireReader in, long struct) {
                throw new Untellable();
            }
        };
        dts.listen(failing, new Collector(), Delivery.queue());
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        forge(1, 1);
        forge(1, 2);
        awaitMessages(2);
        assertThat(dts.counters().delivering().undecodable()).isEqualTo(2);
    }

    @Test
    void goesOnAfterAMessageThatIsNotOfTheType() {
        dts.listen(Reading.CODEC, collector, Delivery.queue());
        // A text that has no end.
        byte[] message = new byte[96];
        System.arraycopy(Packets.message(1, Reading.TYPE_ID, 1, 0), 0, message, 0, 80);
        message[4] = 11;
        message[68] = 1;
        message[70] = 1;
        message[80] = 1;
        message[84] = 0x0a;
        message[88] = 'x';
        loopback.multicast(Reading.TYPE_ID, message);
        forge(1, 2);
        awaitMessages(1);
        assertThat(collector.sequences).containsExactly(2L);
        assertThat(dts.counters().delivering().undecodable()).isEqualTo(1);
    }

    @Test
    void listensToHundredsOfTypes() {
        int types = 250;
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < types; i++) {
            subscriptions.add(dts.listen(ReadingCodec.numbered(i), collector, Delivery.inline()));
        }
        for (int i = 0; i < types; i++) {
            new ReadingPublisher(dts, ReadingCodec.numbered(i)).publish(i, "");
        }
        awaitMessages(types);
        assertThat(collector.messages).extracting(Reading::number).doesNotHaveDuplicates();
        subscriptions.forEach(Subscription::close);
        // 0 and 65023 share a group, and nothing else.
        dts.listen(ReadingCodec.numbered(0), collector, Delivery.inline());
        Subscription sharing = dts.listen(ReadingCodec.numbered(65_023), collector, Delivery.inline());
        new ReadingPublisher(dts, ReadingCodec.numbered(0)).publish(-1, "");
        awaitMessages(types + 1);
        sharing.close();
        new ReadingPublisher(dts, ReadingCodec.numbered(0)).publish(-2, "");
        awaitMessages(types + 2);
    }

    static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsMessagesInPlaceOnlyInline() throws InterruptedException {
        ViewDecoder<ReadingView> views = new ViewDecoder<>(Reading.CODEC.type(), new ReadingView());
        assertThatThrownBy(() -> dts.listen(views, (view, info) -> {}, Delivery.queue()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.Reading")
                .hasMessageContaining("Delivery.inline()");
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        dts.listen(views, (view, info) -> shown.add(view.number() + view.text()), Delivery.inline());
        // Another one that reads the same bytes afterwards.
        dts.listen(Reading.CODEC, collector, Delivery.inline());
        new ReadingPublisher(dts).publish(4, "x");
        assertThat(shown.poll(30, TimeUnit.SECONDS)).isEqualTo("4x");
        awaitMessages(1);
    }

    @Test
    void letsListenersPublishAndListen() {
        Collector answers = new Collector();
        ReadingCodec answer = ReadingCodec.numbered(9);
        ReadingPublisher answering = new ReadingPublisher(dts, answer);
        dts.listen(
                Reading.CODEC,
                (message, info) -> {
                    if (message.number() == 1) {
                        dts.listen(answer, answers, Delivery.queue());
                    }
                    answering.publish(message.number() + 100, "");
                },
                Delivery.inline());
        ReadingPublisher asking = new ReadingPublisher(dts);
        asking.publish(1, "");
        asking.publish(2, "");
        await().untilAsserted(
                        () -> assertThat(answers.messages).containsExactly(new Reading(101, ""), new Reading(102, "")));
    }

    @Test
    void doesNotDeliverAfterTheSubscriptionEnded() {
        Subscription first = dts.listen(Reading.CODEC, collector, Delivery.queue());
        Collector second = new Collector();
        dts.listen(Reading.CODEC, second, Delivery.queue());
        first.close();
        first.close();
        new ReadingPublisher(dts).publish(1, "");
        await().untilAsserted(() -> assertThat(second.messages).hasSize(1));
        assertThat(collector.messages).isEmpty();
        assertThat(first.delivered()).isZero();
    }
}

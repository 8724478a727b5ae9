package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.codec.Decoder;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener loses that is held up in its first message while further ones come. */
@Timeout(60)
class SlowListenerTest {
    private final Loopback loopback = new Loopback();
    private final Dts dts = loopback.join("node");
    private final ReadingPublisher publisher = new ReadingPublisher(dts);
    private final Collector quick = new Collector();
    private final Slow slow = new Slow();

    SlowListenerTest() throws IOException {}

    @AfterEach
    void close() {
        slow.go.countDown();
        dts.close();
        loopback.close();
    }

    private static final class Slow implements Listener<Reading> {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        final Collector heard = new Collector();

        @Override
        public void onMessage(Reading message, MessageInfo info) {
            heard.onMessage(message, info);
            entered.countDown();
            NodeTest.uninterruptibly(go);
        }

        @Override
        public void onLoss(Loss loss) {
            heard.onLoss(loss);
        }
    }

    /** Readings of the same text are of one subject. */
    private record ByText(TypeDescriptor type) implements Keyed<Reading> {
        @Override
        public int keyHash(Reading value) {
            return value.text().hashCode();
        }

        @Override
        public boolean sameKey(Reading a, Reading b) {
            return a.text().equals(b.text());
        }

        @Override
        public Reading read(WireReader in, long struct) {
            return Reading.CODEC.read(in, struct);
        }
    }

    /** The first message is in the listener's hands, the others have been received. */
    private Subscription listen(Decoder<Reading> decoder, Delivery delivery, int messages) throws InterruptedException {
        Subscription subscription = dts.listen(decoder, slow, delivery);
        dts.listen(Reading.CODEC, quick, Delivery.queue());
        publisher.publish(1, "a");
        slow.entered.await();
        for (int number = 2; number <= messages; number++) {
            publisher.publish(number, number % 2 == 0 ? "b" : "a");
        }
        await().untilAsserted(() -> assertThat(quick.messages).hasSize(messages));
        assertThat(slow.heard.messages).hasSize(1);
        slow.go.countDown();
        return subscription;
    }

    private Loss slowListener(long first, long count) {
        return new Loss(Reading.CODEC.type().name(), dts.sender(), first, count, Loss.Cause.SLOW_LISTENER);
    }

    @Test
    void losesTheNewestUnlessItSaysOtherwise() throws InterruptedException {
        Subscription subscription = listen(Reading.CODEC, Delivery.queue(4), 20);
        await().untilAsserted(() -> assertThat(slow.heard.losses).containsExactly(slowListener(6, 15)));
        assertThat(slow.heard.sequences).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(subscription.dropped()).isEqualTo(15);
        assertThat(dts.counters().delivering().dropped()).isEqualTo(new DtsCounters.Dropped(15, 0, 0));
        assertThat(quick.losses).isEmpty();
    }

    @Test
    void losesTheOldest() throws InterruptedException {
        Subscription subscription = listen(Reading.CODEC, Delivery.queue(4).dropOldest(), 20);
        await().untilAsserted(() -> assertThat(slow.heard.sequences).containsExactly(1L, 17L, 18L, 19L, 20L));
        assertThat(slow.heard.losses).containsExactly(slowListener(2, 15));
        assertThat(subscription.dropped()).isEqualTo(15);
        assertThat(dts.counters().delivering().dropped()).isEqualTo(new DtsCounters.Dropped(0, 15, 0));
        assertThat(quick.losses).isEmpty();
    }

    @Test
    void hearsTheLatestOfEachKey() throws InterruptedException {
        Subscription subscription = listen(new ByText(Reading.CODEC.type()), Delivery.latestPerKey(), 20);
        await().untilAsserted(() -> assertThat(slow.heard.sequences).containsExactly(1L, 20L, 19L));
        assertThat(slow.heard.losses).isEmpty();
        assertThat(subscription.superseded()).isEqualTo(17);
        assertThat(subscription.dropped()).isZero();
        assertThat(dts.counters().delivering().superseded()).isEqualTo(17);
    }

    @Test
    void losesKeysThatItHasNoRoomFor() throws InterruptedException {
        Subscription subscription = listen(new ByText(Reading.CODEC.type()), Delivery.latestPerKey(1), 4);
        await().untilAsserted(() -> assertThat(slow.heard.sequences).containsExactly(1L, 4L));
        assertThat(slow.heard.losses).containsExactly(slowListener(2, 2));
        assertThat(subscription.dropped()).isEqualTo(2);
        assertThat(dts.counters().delivering().dropped()).isEqualTo(new DtsCounters.Dropped(0, 0, 2));
    }

    @Test
    void hearsNoLatestPerKeyOfATypeWithoutKey() {
        assertThatThrownBy(() -> dts.listen(Reading.CODEC, slow, Delivery.latestPerKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.Reading has no key")
                .hasMessageContaining("@DtsKey");
    }

    @Test
    void survivesAKeyThatThrows() {
        Keyed<Reading> failing = new Keyed<>() {
            @Override
            public int keyHash(Reading value) {
                if (value.number() == 1) {
                    throw new IllegalStateException("on purpose");
                }
                return 0;
            }

            @Override
            public boolean sameKey(Reading a, Reading b) {
                return false;
            }

            @Override
            public TypeDescriptor type() {
                return Reading.CODEC.type();
            }

            @Override
            public Reading read(WireReader in, long struct) {
                return Reading.CODEC.read(in, struct);
            }
        };
        dts.listen(failing, quick, Delivery.latestPerKey());
        publisher.publish(1, "");
        publisher.publish(2, "");
        await().untilAsserted(() -> assertThat(quick.sequences).containsExactly(2L));
        assertThat(dts.counters().delivering().undecodable()).isEqualTo(1);
    }
}

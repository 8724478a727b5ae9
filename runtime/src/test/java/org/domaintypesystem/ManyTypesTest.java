package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.domaintypesystem.Reading.ReadingCodec;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Hundreds of types of one node, all of them listened to by another one, over real sockets: every message comes or is reported
 * lost. The system property {@code dts.rate} has so many messages a second sent, instead of as many as possible, and what came
 * of them printed; {@code dts.messages}, so many of each type.
 */
@Timeout(300)
class ManyTypesTest {
    private static final int TYPES = 300;
    private static final int MESSAGES = Integer.getInteger("dts.messages", 400);
    private static final int RATE = Integer.getInteger("dts.rate", 0);
    private static final long SECOND = 1_000_000_000;

    private final Loopback loopback = new Loopback();
    private final Dts publishing = loopback.join("publishing");
    private final Dts listening = loopback.join("listening");
    private final Account[] accounts = IntStream.range(0, TYPES)
            .mapToObj(i -> new Account(ReadingCodec.numbered(i)))
            .toArray(Account[]::new);
    private final ReadingPublisher[] publishers = Arrays.stream(accounts)
            .map(each -> new ReadingPublisher(publishing, each.codec))
            .toArray(ReadingPublisher[]::new);

    ManyTypesTest() throws IOException {}

    @AfterEach
    void close() {
        publishing.close();
        listening.close();
        loopback.close();
    }

    /** What became of the messages of one type. */
    private static final class Account implements Listener<Reading> {
        final ReadingCodec codec;
        final AtomicLong received = new AtomicLong();
        final AtomicLong lost = new AtomicLong();

        Account(ReadingCodec codec) {
            this.codec = codec;
        }

        @Override
        public void onMessage(Reading message, MessageInfo info) {
            received.incrementAndGet();
        }

        @Override
        public void onLoss(Loss loss) {
            lost.addAndGet(loss.count());
        }

        @Override
        public void onRevision(Loss loss) {
            lost.addAndGet(-loss.count());
            received.addAndGet(loss.count());
        }
    }

    @Test
    void everyMessageOfHundredsOfTypesComesOrIsReportedLost() {
        for (Account each : accounts) {
            listening.listen(each.codec, each, Delivery.queue());
        }
        for (ReadingPublisher each : publishers) {
            each.publish(0, "first");
        }
        await().untilAsserted(() -> assertThat(accounts)
                .allSatisfy(each -> assertThat(each.received).hasValue(1)));
        long start = System.nanoTime();
        long refused = publishAll(start);
        double seconds = (System.nanoTime() - start) / 1e9;
        long accepted = (long) TYPES * (MESSAGES + 1) - refused;
        // The publisher stays: a farewell can be lost with the rest, and the next announcement tells once more.
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(received() + lost()).isEqualTo(accepted);
            if (refused == 0) {
                assertThat(accounts)
                        .allSatisfy(each -> assertThat(each.received.get() + each.lost.get())
                                .isEqualTo(MESSAGES + 1L));
            }
        });
        if (RATE > 0) {
            System.out.printf(
                    "%d types, %.0f messages a second: %d received, %d lost, %d refused; %s; %s%n",
                    TYPES,
                    TYPES * MESSAGES / seconds,
                    received(),
                    lost(),
                    refused,
                    publishing.counters().sending(),
                    listening.counters().receiving());
        }
    }

    /** Returns how many were refused. */
    private long publishAll(long start) {
        long refused = 0;
        for (int i = 0; i < MESSAGES; i++) {
            for (int type = 0; type < TYPES; type++) {
                if (!publishers[type].publish(i, "a text of some length")) {
                    refused++;
                }
                long sent = (long) i * TYPES + type;
                if (RATE > 0 && sent % 50 == 0) {
                    LockSupport.parkNanos(start + sent * SECOND / RATE - System.nanoTime());
                }
            }
        }
        return refused;
    }

    private long received() {
        return Arrays.stream(accounts).mapToLong(each -> each.received.get()).sum();
    }

    private long lost() {
        return Arrays.stream(accounts).mapToLong(each -> each.lost.get()).sum();
    }
}

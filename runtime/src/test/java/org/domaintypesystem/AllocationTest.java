package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.domaintypesystem.Reading.ReadingPublisher;
import org.domaintypesystem.Reading.ReadingView;
import org.domaintypesystem.codec.ViewDecoder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From {@code publish} to an inline listener of views, a message costs no object. */
@Timeout(120)
class AllocationTest {
    private static final int ROUND = 5000;
    private static final int MOST_ON_THEIR_WAY = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong receiverAllocated = new AtomicLong();
    private long published;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allocatesNothingOnceWarm(boolean isReliable) throws IOException {
        try (Loopback loopback = new Loopback();
                Dts dts = loopback.join("node")) {
            dts.listen(
                    new ViewDecoder<>(Reading.CODEC.type(), new ReadingView()),
                    (view, info) -> {
                        if (view.number() % ROUND == 0) {
                            receiverAllocated.set(threads.getThreadAllocatedBytes(
                                    Thread.currentThread().getId()));
                        }
                        received.set(view.number());
                    },
                    Delivery.inline());
            ReadingPublisher publisher = new ReadingPublisher(dts);
            if (isReliable) {
                publisher.reliable(Retention.ofBytes(1 << 20));
            }
            // Compilers take their time; that they get there is what counts.
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(bytesOfRound(publisher)).isLessThan(ROUND));
        }
    }

    /** Bytes that both threads allocate for a round of messages. */
    private long bytesOfRound(ReadingPublisher publisher) {
        long here = Thread.currentThread().getId();
        long receiverBefore = receiverAllocated.get();
        long before = threads.getThreadAllocatedBytes(here);
        for (int i = 0; i < ROUND; i++) {
            publisher.publish(++published, "text");
            // Not faster than they are taken, so that the system loses none.
            while (published - received.get() >= MOST_ON_THEIR_WAY) {
                Thread.yield();
            }
        }
        long mine = threads.getThreadAllocatedBytes(here) - before;
        await().until(() -> received.get() == published);
        return mine + receiverAllocated.get() - receiverBefore;
    }
}

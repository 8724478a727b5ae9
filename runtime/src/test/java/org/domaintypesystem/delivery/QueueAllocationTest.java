package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether there is room in a queue or not, a message costs the receiving thread no object. */
@Timeout(120)
class QueueAllocationTest {
    private static final int ROUND = 10_000;
    private static final String[] VALUES = {"a", "b", "c", "d", "e", "f", "g", "h"};

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long sequence;

    static Stream<DeliveryQueue<String>> queues() {
        return Stream.of(
                new DropNewest<>(4, new LongAdder()),
                new DropOldest<>(4, new LongAdder()),
                new LatestPerKey<>(4, new Itself(), new LongAdder(), new LongAdder()),
                new LatestPerKey<>(100, new Itself(), new LongAdder(), new LongAdder()));
    }

    private static final class Itself implements Keyed<String> {
        @Override
        public int keyHash(String value) {
            return value.hashCode();
        }

        @Override
        public boolean sameKey(String a, String b) {
            return a.equals(b);
        }

        @Override
        public TypeDescriptor type() {
            throw new AssertionError();
        }

        @Override
        public String read(WireReader in, long struct) {
            throw new AssertionError();
        }
    }

    @ParameterizedTest
    @MethodSource("queues")
    void allocatesNothingOnceWarm(DeliveryQueue<String> queue) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(bytesOfRound(queue)).isLessThan(ROUND));
    }

    private long bytesOfRound(DeliveryQueue<String> queue) {
        long here = Thread.currentThread().getId();
        DeliverySink<String> nowhere = new Nowhere();
        long before = threads.getThreadAllocatedBytes(here);
        for (int i = 0; i < ROUND; i++) {
            queue.message(VALUES[i % VALUES.length], 1, ++sequence, 0, 0);
            if (i % 100 == 99) {
                queue.drain(nowhere, () -> true);
            }
        }
        return threads.getThreadAllocatedBytes(here) - before;
    }

    private static final class Nowhere implements DeliverySink<String> {
        @Override
        public void message(String value, long sender, long number, long sourceTime, long receiveTime) {}

        @Override
        public void event(EventKind kind, long sender, long first, long count) {}
    }
}

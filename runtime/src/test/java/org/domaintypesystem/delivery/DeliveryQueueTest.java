package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.delivery.RecordingDelivery.put;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every queue that keeps messages in order. */
@Timeout(60)
class DeliveryQueueTest {
    private enum Policy {
        NEWEST,
        OLDEST;

        DeliveryQueue<String> queue(int capacity, LongAdder allDropped) {
            return switch (this) {
                case NEWEST -> new DropNewest<>(capacity, allDropped);
                case OLDEST -> new DropOldest<>(capacity, allDropped);
            };
        }
    }

    private final LongAdder allDropped = new LongAdder();
    private final RecordingDelivery out = new RecordingDelivery();

    static Stream<Arguments> runs() {
        return Stream.of(Policy.values())
                .flatMap(policy -> IntStream.range(0, 100).mapToObj(seed -> Arguments.of(policy, seed)));
    }

    static Stream<Arguments> capacities() {
        return Stream.of(Policy.values())
                .flatMap(policy -> IntStream.of(1, 2, 3, 64, 1024).mapToObj(size -> Arguments.of(policy, size)));
    }

    /** Whatever happens when, each sender's sequences come out in order, each exactly once, as message or as loss. */
    @ParameterizedTest
    @MethodSource("runs")
    void accountsForEverySequence(Policy policy, int seed) {
        Random random = new Random(seed);
        DeliveryQueue<String> queue = policy.queue(1 + random.nextInt(20), allDropped);
        Map<Long, Long> next = new HashMap<>();
        int senders = 1 + random.nextInt(5);
        long missing = 0;
        long late = 0;
        for (int step = 0; step < 20_000; step++) {
            long sender = random.nextInt(senders);
            long sequence = next.getOrDefault(sender, 1L);
            switch (random.nextInt(12)) {
                case 0 -> {
                    long count = 1 + random.nextInt(5);
                    queue.event(EventKind.MISSING, sender, sequence, count);
                    missing += count;
                    put(queue, sender, sequence + count);
                    next.put(sender, sequence + count + 1);
                }
                case 1, 2, 3 -> {
                    int[] wanted = {random.nextInt(12)};
                    queue.drain(out, () -> wanted[0]-- > 0);
                }
                case 4 -> {
                    if (random.nextInt(10) == 0 && sequence > 1) {
                        queue.event(EventKind.LATE, sender, sequence - 1, 1);
                        late++;
                    }
                }
                default -> {
                    put(queue, sender, sequence);
                    next.put(sender, sequence + 1);
                }
            }
        }
        queue.drain(out, () -> true);
        queue.drain(out, () -> true);
        assertThat(queue.isEmpty()).isTrue();
        out.assertAccounted(next);
        assertThat(out.sum(EventKind.DROPPED)).isEqualTo(queue.dropped()).isEqualTo(allDropped.sum());
        assertThat(out.sum(EventKind.MISSING)).isEqualTo(missing);
        assertThat(out.sum(EventKind.LATE)).isEqualTo(late);
    }

    @ParameterizedTest
    @MethodSource("capacities")
    void passesMessagesBetweenThreads(Policy policy, int capacity) throws InterruptedException {
        DeliveryQueue<String> queue = policy.queue(capacity, allDropped);
        long count = 200_000;
        Thread producer = new Thread(() -> {
            for (long sequence = 1; sequence <= count; sequence++) {
                put(queue, 1, sequence);
            }
        });
        producer.start();
        while (producer.isAlive() || !queue.isEmpty()) {
            queue.drain(out, () -> true);
            Thread.onSpinWait();
        }
        producer.join();
        out.assertAccounted(Map.of(1L, count + 1));
        assertThat(out.sum(EventKind.DROPPED)).isEqualTo(queue.dropped());
        assertThat(queue.superseded()).isZero();
    }

    /** Whoever is called holds nothing that the receiving thread needs. */
    @ParameterizedTest
    @EnumSource(Policy.class)
    void isFilledWhileItsListenerIsBusy(Policy policy) throws InterruptedException {
        DeliveryQueue<String> queue = policy.queue(4, allDropped);
        put(queue, 1, 1);
        Thread[] receiving = new Thread[1];
        queue.drain(
                new RecordingDelivery() {
                    @Override
                    public void message(String value, long sender, long sequence, long sourceTime, long receiveTime) {
                        super.message(value, sender, sequence, sourceTime, receiveTime);
                        receiving[0] = new Thread(() -> {
                            for (long further = 2; further <= 100; further++) {
                                put(queue, 1, further);
                            }
                        });
                        receiving[0].start();
                        try {
                            receiving[0].join();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }
                },
                () -> receiving[0] == null);
        assertThat(queue.dropped()).isEqualTo(95);
    }
}

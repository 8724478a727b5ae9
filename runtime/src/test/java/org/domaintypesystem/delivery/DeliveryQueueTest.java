package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.delivery.RecordingDelivery.message;
import static org.domaintypesystem.delivery.RecordingDelivery.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.domaintypesystem.delivery.RecordingDelivery.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DeliveryQueueTest {
    private final LongAdder allDropped = new LongAdder();
    private final RecordingDelivery out = new RecordingDelivery();

    private static Event dropped(long sender, long first, long count) {
        return new Event(EventKind.DROPPED, sender, first, count);
    }

    private static Event missing(long sender, long first, long count) {
        return new Event(EventKind.MISSING, sender, first, count);
    }

    @Test
    void keepsTheOrderOfMessagesAndLosses() {
        DeliveryQueue<String> queue = new DeliveryQueue<>(8, allDropped);
        put(queue, 1, 1);
        queue.missing(1, 2, 3);
        put(queue, 1, 5);
        queue.late(1, 3, 1);
        queue.drain(out, () -> true);
        assertThat(out.events)
                .containsExactly(message(1, 1), missing(1, 2, 3), message(1, 5), new Event(EventKind.LATE, 1, 3, 1));
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void tellsWhatWasDroppedWhenNothingFurtherComes() {
        DeliveryQueue<String> queue = new DeliveryQueue<>(2, allDropped);
        for (int sequence = 1; sequence <= 5; sequence++) {
            put(queue, 1, sequence);
        }
        queue.missing(1, 6, 1);
        put(queue, 1, 7);
        put(queue, 2, 9);
        put(queue, 1, 8);
        assertThat(queue.isEmpty()).isFalse();
        queue.drain(out, () -> true);
        assertThat(out.events)
                .containsExactly(
                        message(1, 1),
                        message(1, 2),
                        dropped(1, 3, 3),
                        missing(1, 6, 1),
                        dropped(1, 7, 2),
                        dropped(2, 9, 1));
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.dropped()).isEqualTo(6);
        assertThat(allDropped.sum()).isEqualTo(6);
    }

    @Test
    void tellsWhatWasDroppedBeforeTheNextMessage() {
        DeliveryQueue<String> queue = new DeliveryQueue<>(4, allDropped);
        for (int sequence = 1; sequence <= 6; sequence++) {
            put(queue, 1, sequence);
        }
        // Three are taken: room for the loss and for the next message.
        int[] wanted = {3};
        queue.drain(out, () -> wanted[0]-- > 0);
        put(queue, 1, 7);
        queue.drain(out, () -> true);
        assertThat(out.events.subList(3, out.events.size()))
                .containsExactly(message(1, 4), dropped(1, 5, 2), message(1, 7));
    }

    @Test
    void stopsWhenNothingIsWanted() {
        DeliveryQueue<String> queue = new DeliveryQueue<>(4, allDropped);
        put(queue, 1, 1);
        queue.drain(out, () -> false);
        assertThat(out.events).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    /** Whatever happens when, each sender's sequences come out in order, each exactly once, as message or as loss. */
    @ParameterizedTest
    @MethodSource("seeds")
    void accountsForEverySequence(int seed) {
        Random random = new Random(seed);
        DeliveryQueue<String> queue = new DeliveryQueue<>(1 + random.nextInt(20), allDropped);
        Map<Long, Long> next = new HashMap<>();
        int senders = 1 + random.nextInt(5);
        long missing = 0;
        for (int step = 0; step < 20_000; step++) {
            long sender = random.nextInt(senders);
            long sequence = next.getOrDefault(sender, 1L);
            switch (random.nextInt(12)) {
                case 0 -> {
                    long count = 1 + random.nextInt(5);
                    queue.missing(sender, sequence, count);
                    missing += count;
                    put(queue, sender, sequence + count);
                    next.put(sender, sequence + count + 1);
                }
                case 1, 2, 3 -> {
                    int[] wanted = {random.nextInt(12)};
                    queue.drain(out, () -> wanted[0]-- > 0);
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
        assertAccounted(out.events, next);
        assertThat(sum(out.events, EventKind.DROPPED)).isEqualTo(queue.dropped());
        assertThat(sum(out.events, EventKind.MISSING)).isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 1024})
    void passesMessagesBetweenThreads(int capacity) throws InterruptedException {
        DeliveryQueue<String> queue = new DeliveryQueue<>(capacity, allDropped);
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
        assertAccounted(out.events, Map.of(1L, count + 1));
        assertThat(sum(out.events, EventKind.DROPPED)).isEqualTo(queue.dropped());
    }

    @Test
    void boundsWhatItRemembers() {
        DeliveryQueue<String> queue = new DeliveryQueue<>(1, allDropped);
        put(queue, 0, 1);
        for (long sender = 1; sender <= 6000; sender++) {
            put(queue, sender, 1);
        }
        // Known senders go on to be told exactly.
        queue.missing(1, 2, 3);
        put(queue, 1, 5);
        queue.drain(out, () -> true);
        assertThat(out.events).hasSize(1 + 1024 + 4096);
        assertThat(out.events.get(1)).isEqualTo(dropped(1, 1, 5));
        assertThat(queue.dropped()).isEqualTo(6001);
    }

    @Test
    void tellsAsManySendersAsATypeMayHave() {
        DeliveryQueue<String> queue = new DeliveryQueue<>(1, allDropped);
        Map<Long, Long> next = new HashMap<>();
        put(queue, 0, 1);
        next.put(0L, 2L);
        for (long sequence = 1; sequence <= 4000; sequence += 2) {
            put(queue, 1, sequence);
            queue.missing(1, sequence + 1, 1);
        }
        next.put(1L, 4001L);
        for (long sender = 2; sender <= 4096; sender++) {
            put(queue, sender, 1);
            put(queue, sender, 2);
            next.put(sender, 3L);
        }
        queue.drain(out, () -> true);
        assertAccounted(out.events, next);
    }

    @Test
    void tellsWhatWasDroppedAfterSomethingLate() {
        DeliveryQueue<String> queue = new DeliveryQueue<>(1, allDropped);
        put(queue, 0, 1);
        put(queue, 1, 5);
        queue.late(1, 3, 1);
        for (long sender = 2; sender < 1024; sender++) {
            put(queue, sender, 1);
        }
        put(queue, 1, 6);
        put(queue, 1, 7);
        queue.drain(out, () -> true);
        assertThat(out.events).contains(dropped(1, 5, 3));
        assertThat(sum(out.events, EventKind.DROPPED)).isEqualTo(queue.dropped());
    }

    private static long sum(List<Event> events, EventKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .mapToLong(Event::count)
                .sum();
    }

    private static void assertAccounted(List<Event> events, Map<Long, Long> next) {
        Map<Long, Long> expected = new HashMap<>();
        for (Event event : events) {
            assertThat(event.first()).isEqualTo(expected.getOrDefault(event.sender(), 1L));
            expected.put(event.sender(), event.first() + event.count());
        }
        assertThat(expected).isEqualTo(next);
    }
}

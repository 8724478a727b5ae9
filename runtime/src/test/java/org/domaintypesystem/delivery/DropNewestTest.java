package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.delivery.RecordingDelivery.Event.dropped;
import static org.domaintypesystem.delivery.RecordingDelivery.Event.message;
import static org.domaintypesystem.delivery.RecordingDelivery.Event.missing;
import static org.domaintypesystem.delivery.RecordingDelivery.put;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.domaintypesystem.delivery.RecordingDelivery.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DropNewestTest {
    private final LongAdder allDropped = new LongAdder();
    private final RecordingDelivery out = new RecordingDelivery();

    @Test
    void keepsTheOrderOfMessagesAndLosses() {
        DeliveryQueue<String> queue = new DropNewest<>(8, allDropped);
        put(queue, 1, 1);
        queue.event(EventKind.MISSING, 1, 2, 3);
        put(queue, 1, 5);
        queue.event(EventKind.LATE, 1, 3, 1);
        queue.drain(out, () -> true);
        assertThat(out.events)
                .containsExactly(message(1, 1), missing(1, 2, 3), message(1, 5), new Event(EventKind.LATE, 1, 3, 1));
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void tellsWhatWasDroppedWhenNothingFurtherComes() {
        DeliveryQueue<String> queue = new DropNewest<>(2, allDropped);
        for (int sequence = 1; sequence <= 5; sequence++) {
            put(queue, 1, sequence);
        }
        queue.event(EventKind.MISSING, 1, 6, 1);
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
        DeliveryQueue<String> queue = new DropNewest<>(4, allDropped);
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
        DeliveryQueue<String> queue = new DropNewest<>(4, allDropped);
        put(queue, 1, 1);
        queue.drain(out, () -> false);
        assertThat(out.events).isEmpty();
    }

    @Test
    void boundsWhatItRemembers() {
        DeliveryQueue<String> queue = new DropNewest<>(1, allDropped);
        put(queue, 0, 1);
        for (long sender = 1; sender <= 6000; sender++) {
            put(queue, sender, 1);
        }
        // Known senders go on to be told exactly.
        queue.event(EventKind.MISSING, 1, 2, 3);
        put(queue, 1, 5);
        queue.drain(out, () -> true);
        assertThat(out.events).hasSize(1 + 1024 + 4096);
        assertThat(out.events.get(1)).isEqualTo(dropped(1, 1, 5));
        assertThat(queue.dropped()).isEqualTo(6001);
    }

    @Test
    void tellsAsManySendersAsATypeMayHave() {
        DeliveryQueue<String> queue = new DropNewest<>(1, allDropped);
        Map<Long, Long> next = new HashMap<>();
        put(queue, 0, 1);
        next.put(0L, 2L);
        for (long sequence = 1; sequence <= 4000; sequence += 2) {
            put(queue, 1, sequence);
            queue.event(EventKind.MISSING, 1, sequence + 1, 1);
        }
        next.put(1L, 4001L);
        for (long sender = 2; sender <= 4096; sender++) {
            put(queue, sender, 1);
            put(queue, sender, 2);
            next.put(sender, 3L);
        }
        queue.drain(out, () -> true);
        out.assertAccounted(next);
    }

    @Test
    void tellsWhatWasDroppedAfterSomethingLate() {
        DeliveryQueue<String> queue = new DropNewest<>(1, allDropped);
        put(queue, 0, 1);
        put(queue, 1, 5);
        queue.event(EventKind.LATE, 1, 3, 1);
        for (long sender = 2; sender < 1024; sender++) {
            put(queue, sender, 1);
        }
        put(queue, 1, 6);
        put(queue, 1, 7);
        queue.drain(out, () -> true);
        assertThat(out.events).contains(dropped(1, 5, 3));
        assertThat(out.sum(EventKind.DROPPED)).isEqualTo(queue.dropped());
    }
}

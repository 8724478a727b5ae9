package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domaintypesystem.delivery.RecordingDelivery.Event.dropped;
import static org.domaintypesystem.delivery.RecordingDelivery.Event.message;
import static org.domaintypesystem.delivery.RecordingDelivery.Event.missing;
import static org.domaintypesystem.delivery.RecordingDelivery.put;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class DropOldestTest {
    private final LongAdder allDropped = new LongAdder();
    private final RecordingDelivery out = new RecordingDelivery();

    @Test
    void keepsTheNewestAndTellsOfTheOthersFirst() {
        DeliveryQueue<String> queue = new DropOldest<>(3, allDropped);
        for (int sequence = 1; sequence <= 7; sequence++) {
            put(queue, 1, sequence);
        }
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly(dropped(1, 1, 4), message(1, 5), message(1, 6), message(1, 7));
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.dropped()).isEqualTo(4);
        assertThat(allDropped.sum()).isEqualTo(4);
    }

    @Test
    void tellsOfTheNetworksLossesApart() {
        DeliveryQueue<String> queue = new DropOldest<>(2, allDropped);
        put(queue, 1, 1);
        queue.event(EventKind.MISSING, 1, 2, 3);
        put(queue, 1, 5);
        put(queue, 2, 1);
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly(dropped(1, 1, 1), missing(1, 2, 3), message(1, 5), message(2, 1));
        assertThat(queue.dropped()).isEqualTo(1);
    }

    @Test
    void tellsOfALossInItsPlaceWhenSomethingWasTakenBefore() {
        DeliveryQueue<String> queue = new DropOldest<>(2, allDropped);
        put(queue, 1, 1);
        put(queue, 1, 2);
        int[] wanted = {1};
        queue.drain(out, () -> wanted[0]-- > 0);
        for (int sequence = 3; sequence <= 5; sequence++) {
            put(queue, 1, sequence);
        }
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly(message(1, 1), dropped(1, 2, 2), message(1, 4), message(1, 5));
    }

    @Test
    void holdsTheNewestAloneWhenThatIsAllTheRoom() {
        DeliveryQueue<String> queue = new DropOldest<>(1, allDropped);
        put(queue, 1, 1);
        put(queue, 1, 2);
        queue.drain(out, () -> true);
        put(queue, 1, 3);
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly(dropped(1, 1, 1), message(1, 2), message(1, 3));
    }

    @Test
    void tellsAsManySendersAsATypeMayHave() {
        DeliveryQueue<String> queue = new DropOldest<>(1, allDropped);
        Map<Long, Long> next = new HashMap<>();
        for (long sender = 1; sender <= 4096; sender++) {
            for (long sequence = 1; sequence <= 3; sequence++) {
                put(queue, sender, sequence);
            }
            next.put(sender, 4L);
        }
        queue.drain(out, () -> true);
        out.assertAccounted(next);
        assertThat(out.sum(null)).isEqualTo(1);
    }
}

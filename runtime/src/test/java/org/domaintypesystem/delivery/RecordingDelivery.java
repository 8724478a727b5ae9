package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what is delivered, in order. */
class RecordingDelivery implements DeliverySink<String> {
    /**
     * @param kind null for messages
     */
    record Event(EventKind kind, long sender, long first, long count) {
        static Event message(long sender, long sequence) {
            return new Event(null, sender, sequence, 1);
        }

        static Event missing(long sender, long first, long count) {
            return new Event(EventKind.MISSING, sender, first, count);
        }

        static Event dropped(long sender, long first, long count) {
            return new Event(EventKind.DROPPED, sender, first, count);
        }
    }

    final List<Event> events = new ArrayList<>();

    @Override
    public void message(String value, long sender, long sequence, long sourceTime, long receiveTime) {
        if (!value.equals(sender + ":" + sequence) || sourceTime != sequence * 2 || receiveTime != sequence * 3) {
            throw new AssertionError(value + " " + sender + ":" + sequence + " " + sourceTime + " " + receiveTime);
        }
        events.add(Event.message(sender, sequence));
    }

    @Override
    public void event(EventKind kind, long sender, long first, long count) {
        events.add(new Event(kind, sender, first, count));
    }

    /** Puts a message in, as this class expects it back. */
    static void put(DeliverySink<String> queue, long sender, long sequence) {
        queue.message(sender + ":" + sequence, sender, sequence, sequence * 2, sequence * 3);
    }

    /** How many sequences events of a kind are about; null: messages. */
    long sum(EventKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .mapToLong(Event::count)
                .sum();
    }

    /** Each sender's sequences from 1 on were in order, each once, up to the one that would be next. */
    void assertAccounted(Map<Long, Long> next) {
        Map<Long, Long> expected = new HashMap<>();
        for (Event event : events) {
            if (event.kind() != EventKind.LATE) {
                assertThat(event.first()).isEqualTo(expected.getOrDefault(event.sender(), 1L));
                expected.put(event.sender(), event.first() + event.count());
            }
        }
        assertThat(expected).isEqualTo(next);
    }
}

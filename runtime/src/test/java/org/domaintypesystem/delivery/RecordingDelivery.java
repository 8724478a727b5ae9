package org.domaintypesystem.delivery;

import java.util.ArrayList;
import java.util.List;

/** Writes down what is delivered, in order. */
final class RecordingDelivery implements DeliverySink<String> {
    /**
     * @param kind null for messages
     */
    record Event(EventKind kind, long sender, long first, long count) {}

    final List<Event> events = new ArrayList<>();

    static Event message(long sender, long sequence) {
        return new Event(null, sender, sequence, 1);
    }

    @Override
    public void message(String value, long sender, long sequence, long sourceTime, long receiveTime) {
        if (!value.equals(sender + ":" + sequence) || sourceTime != sequence * 2 || receiveTime != sequence * 3) {
            throw new AssertionError(value + " " + sender + ":" + sequence + " " + sourceTime + " " + receiveTime);
        }
        events.add(message(sender, sequence));
    }

    @Override
    public void missing(long sender, long first, long count) {
        events.add(new Event(EventKind.MISSING, sender, first, count));
    }

    @Override
    public void dropped(long sender, long first, long count) {
        events.add(new Event(EventKind.DROPPED, sender, first, count));
    }

    @Override
    public void late(long sender, long first, long count) {
        events.add(new Event(EventKind.LATE, sender, first, count));
    }

    /** Puts a message in, as this class expects it back. */
    static void put(DeliverySink<String> queue, long sender, long sequence) {
        queue.message(sender + ":" + sequence, sender, sequence, sequence * 2, sequence * 3);
    }
}

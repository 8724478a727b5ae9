package org.domaintypesystem.testkit;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/** Writes down all that a listener is told, in order. */
class Notes implements Listener<Reading> {
    record Range(long first, long count, Loss.Cause cause) {}

    final List<Integer> numbers = new ArrayList<>();
    final List<Long> senders = new ArrayList<>();
    final List<Long> times = new ArrayList<>();
    final List<Range> losses = new ArrayList<>();
    final List<Range> revisions = new ArrayList<>();

    static Notes of(Dts node) {
        return of(node, Delivery.queue());
    }

    static Notes of(Dts node, Delivery delivery) {
        Notes notes = new Notes();
        ReadingListener.subscribe(node, notes, delivery);
        return notes;
    }

    static Range missing(long first, long count) {
        return new Range(first, count, Loss.Cause.MISSING);
    }

    static Range dropped(long first, long count) {
        return new Range(first, count, Loss.Cause.SLOW_LISTENER);
    }

    /** Publishes numbers from one on to another one, both included. */
    static void publish(Dts node, int first, int last) {
        ReadingPublisher publisher = new ReadingPublisher(node);
        for (int number = first; number <= last; number++) {
            publisher.publish(number);
        }
    }

    @Override
    public void onMessage(Reading reading, MessageInfo info) {
        numbers.add(reading.number());
        senders.add(info.sender());
        times.add(info.receiveTimeNanos() - info.sourceTimeNanos());
    }

    @Override
    public void onLoss(Loss loss) {
        losses.add(new Range(loss.first(), loss.count(), loss.cause()));
    }

    @Override
    public void onRevision(Loss loss) {
        revisions.add(new Range(loss.first(), loss.count(), loss.cause()));
    }
}

package org.domaintypesystem.delivery;

import java.util.function.BooleanSupplier;
import org.domaintypesystem.spi.Workers;

/**
 * Has a worker deliver what one other thread puts in.
 *
 * @param <T> what a message has been read as
 */
public final class QueuedDelivery<T> implements DeliverySink<T>, AutoCloseable {
    private final DeliveryQueue<T> queue;
    private final DeliverySink<? super T> sink;
    private final Workers.Worker worker;

    /**
     * Starts to deliver.
     *
     * @param queue used by nobody else
     * @param name of the worker
     * @param sink called by the worker only; must not throw
     * @param workers where the worker comes from
     */
    public QueuedDelivery(DeliveryQueue<T> queue, String name, DeliverySink<? super T> sink, Workers workers) {
        this.queue = queue;
        this.sink = sink;
        this.worker = workers.start(name, new Drain());
    }

    @Override
    public void message(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        queue.message(value, sender, sequence, sourceTime, receiveTime);
        worker.wake();
    }

    @Override
    public void lastValue(T value, long sender, long sequence, long sourceTime, long receiveTime) {
        queue.lastValue(value, sender, sequence, sourceTime, receiveTime);
        worker.wake();
    }

    @Override
    public void event(EventKind kind, long sender, long first, long count) {
        queue.event(kind, sender, first, count);
        worker.wake();
    }

    /** How many messages were dropped since the queue was full. For any thread. */
    public long dropped() {
        return queue.dropped();
    }

    /** How many messages gave way to newer ones of the same key. For any thread. */
    public long superseded() {
        return queue.superseded();
    }

    /** Ends the delivery after the call that is under way, if any; what waits is not delivered. For any thread. */
    @Override
    public void close() {
        worker.close();
    }

    private final class Drain implements Workers.Task {
        @Override
        public void run(BooleanSupplier mayGoOn) {
            queue.drain(sink, mayGoOn);
        }

        @Override
        public boolean isIdle() {
            return queue.isEmpty();
        }
    }
}

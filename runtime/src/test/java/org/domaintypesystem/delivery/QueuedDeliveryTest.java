package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.domaintypesystem.delivery.RecordingDelivery.put;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueuedDeliveryTest {
    /** Counts what is accounted for, and lets a test hold it up. */
    private static class CountingSink implements DeliverySink<String> {
        final AtomicLong messages = new AtomicLong();
        final AtomicLong others = new AtomicLong();

        @Override
        public void message(String value, long sender, long sequence, long sourceTime, long receiveTime) {
            messages.incrementAndGet();
        }

        @Override
        public void event(EventKind kind, long sender, long first, long count) {
            others.addAndGet(count);
        }
    }

    /** Every other message finds the thread asleep, or about to be. */
    @Test
    void neverSleepsWhileSomethingWaits() {
        CountingSink sink = new CountingSink();
        try (QueuedDelivery<String> delivery =
                new QueuedDelivery<>(new DropNewest<>(16, new LongAdder()), "test", sink, ThreadWorker::start)) {
            for (long sequence = 1; sequence <= 20_000; sequence++) {
                put(delivery, 1, sequence);
                if (sequence % 3 == 0) {
                    long count = sequence;
                    while (sink.messages.get() + sink.others.get() < count) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
    }

    @Test
    void endsWithoutDeliveringWhatWaits() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        CountingSink sink = new CountingSink() {
            @Override
            public void message(String value, long sender, long sequence, long sourceTime, long receiveTime) {
                super.message(value, sender, sequence, sourceTime, receiveTime);
                entered.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
            }
        };
        AtomicReference<ThreadWorker> worker = new AtomicReference<>();
        QueuedDelivery<String> delivery =
                new QueuedDelivery<>(new DropNewest<>(16, new LongAdder()), "test", sink, (name, task) -> {
                    worker.set(ThreadWorker.start(name, task));
                    return worker.get();
                });
        put(delivery, 1, 1);
        put(delivery, 1, 2);
        entered.await();
        delivery.close();
        delivery.close();
        go.countDown();
        put(delivery, 1, 3);
        await().until(() -> !worker.get().isAlive());
        assertThat(sink.messages).hasValue(1);
        assertThat(interrupted).isFalse();
    }

    @Test
    void livesOnWhenItsSinkThrows() {
        CountingSink sink = new CountingSink() {
            @Override
            public void message(String value, long sender, long sequence, long sourceTime, long receiveTime) {
                super.message(value, sender, sequence, sourceTime, receiveTime);
                throw new AssertionError("on purpose");
            }
        };
        try (QueuedDelivery<String> delivery =
                new QueuedDelivery<>(new DropNewest<>(16, new LongAdder()), "test", sink, ThreadWorker::start)) {
            put(delivery, 1, 1);
            put(delivery, 1, 2);
            await().until(() -> sink.messages.get() == 2);
        }
    }
}

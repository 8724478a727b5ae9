package org.domaintypesystem;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Workers;
import org.jspecify.annotations.Nullable;

/** Calls peer listeners on a worker, which starts with the first event. For any thread. */
final class PeerEventQueue implements Workers.Task {
    /** Events that wait for a slow listener; further ones are dropped, and logged. */
    private static final int CAPACITY = 16_384;

    private final Environment environment;
    private final String name;
    private final NodeLog log;
    private final ConcurrentLinkedQueue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private Workers.@Nullable Worker worker;
    private boolean ended;

    PeerEventQueue(Environment environment, String name, NodeLog log) {
        this.environment = environment;
        this.name = name;
        this.log = log;
    }

    synchronized void put(Runnable event) {
        if (ended) {
            return;
        }
        if (size.get() >= CAPACITY) {
            log.warn("a peer listener is too slow: events of peers are lost");
            return;
        }
        size.incrementAndGet();
        events.add(event);
        if (worker == null) {
            worker = environment.start(name, this);
        }
        worker.wake();
    }

    synchronized void end() {
        ended = true;
        if (worker != null) {
            worker.close();
        }
    }

    @Override
    public void run(BooleanSupplier mayGoOn) {
        while (!events.isEmpty() && mayGoOn.getAsBoolean()) {
            Runnable event = events.remove();
            size.decrementAndGet();
            try {
                event.run();
            } catch (Throwable e) {
                log.listenerFailed("peers", e);
            }
        }
    }

    @Override
    public boolean isIdle() {
        return events.isEmpty();
    }
}

package org.domaintypesystem;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Workers;
import org.jspecify.annotations.Nullable;

/** Tells listeners of peers and versions on a worker, which starts with the first event. For any thread. */
final class NodeEventQueue implements Workers.Task {
    /** Room for events that wait for a slow listener, and for what they tell; further ones are dropped, and logged. */
    private static final int CAPACITY = 1 << 19;

    private record Waiting(Runnable event, int room) {}

    private final Environment environment;
    private final String name;
    private final NodeLog log;
    private final ConcurrentLinkedQueue<Waiting> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private Workers.@Nullable Worker worker;
    private boolean ended;

    NodeEventQueue(Environment environment, String name, NodeLog log) {
        this.environment = environment;
        this.name = name;
        this.log = log;
    }

    /**
     * Has something done, unless too much waits.
     *
     * @param room how much it takes, compared with the simplest
     */
    synchronized void put(int room, Runnable event) {
        if (ended) {
            return;
        }
        if (taken.get() + room > CAPACITY) {
            log.eventsLost();
            return;
        }
        taken.addAndGet(room);
        events.add(new Waiting(event, room));
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
            Waiting next = events.remove();
            taken.addAndGet(-next.room());
            try {
                next.event().run();
            } catch (Throwable e) {
                log.listenerFailed("nodes and versions", e);
            }
        }
    }

    @Override
    public boolean isIdle() {
        return events.isEmpty();
    }
}

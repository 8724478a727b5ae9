package org.domaintypesystem;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Workers;
import org.jspecify.annotations.Nullable;

/** Calls peer listeners on a worker, which starts with the first event. For any thread. */
final class PeerEventQueue implements Workers.Task {
    /** Room for events that wait for a slow listener, and for what they tell; further ones are dropped, and logged. */
    private static final int CAPACITY = 1 << 19;

    /** So many types of a node take as much room as the rest of an event. */
    private static final int TYPES_IN_ROOM = 4;

    private record Waiting(Runnable event, int room) {}

    private final Environment environment;
    private final String name;
    private final NodeLog log;
    private final ConcurrentLinkedQueue<Waiting> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private Workers.@Nullable Worker worker;
    private boolean ended;

    PeerEventQueue(Environment environment, String name, NodeLog log) {
        this.environment = environment;
        this.name = name;
        this.log = log;
    }

    /**
     * @param peer what the event tells of
     */
    synchronized void put(Peer peer, Runnable event) {
        if (ended) {
            return;
        }
        int room = 1 + peer.types().size() / TYPES_IN_ROOM;
        if (taken.get() + room > CAPACITY) {
            log.peerEventsLost();
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
                log.listenerFailed("peers", e);
            }
        }
    }

    @Override
    public boolean isIdle() {
        return events.isEmpty();
    }
}

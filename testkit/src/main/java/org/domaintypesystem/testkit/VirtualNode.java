package org.domaintypesystem.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** What a node stands on, from when it joins until it is gone: a process on the virtual network. */
final class VirtualNode implements Environment {
    final Place place;
    private final Medium medium;
    private final Chance chance;
    private final VirtualClock clock;
    private final List<VirtualWorker> workers = new ArrayList<>();
    private @Nullable VirtualTransport transport;
    private final long pid;
    private boolean paused;

    VirtualNode(Place place, Medium medium, VirtualClock clock) {
        this.place = place;
        this.medium = medium;
        this.chance = new Chance(medium.chance.next());
        this.clock = clock;
        this.pid = place.nextPid();
    }

    @Override
    public Transport open(String name, TransportListener listener) {
        VirtualTransport opened = new VirtualTransport(this, medium, listener);
        transport = opened;
        return opened;
    }

    /** Null before it is opened. */
    @Nullable
    VirtualTransport transport() {
        return transport;
    }

    boolean isRunning() {
        return transport != null && !transport.isClosed();
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        paused = true;
    }

    void resume() {
        if (paused) {
            paused = false;
            if (transport != null) {
                transport.resume();
            }
            List.copyOf(workers).forEach(VirtualWorker::resume);
        }
    }

    void forget(VirtualWorker worker) {
        workers.remove(worker);
    }

    void traceRun(String worker) {
        if (medium.isTraced()) {
            medium.trace("run", worker);
        }
    }

    @Override
    public Worker start(String name, Task task) {
        VirtualWorker worker = new VirtualWorker(this, medium.timeline, name, task);
        workers.add(worker);
        return worker;
    }

    @Override
    public int port() {
        return medium.port;
    }

    @Override
    public long epochNanos() {
        return clock.epochNanos();
    }

    @Override
    public long nanoTime() {
        return medium.timeline.now();
    }

    @Override
    public long random() {
        return chance.next();
    }

    /** Lets the network run. */
    @Override
    public void await(BooleanSupplier isSo, long nanos) {
        medium.timeline.run(Timeline.sum(medium.timeline.now(), nanos), isSo);
    }

    @Override
    public String host() {
        return place.name;
    }

    /** Another one for each node that joins under a name, from 1 on. */
    @Override
    public long pid() {
        return pid;
    }
}

package org.domaintypesystem.testkit;

import java.util.function.BooleanSupplier;
import org.domaintypesystem.spi.Workers;

/** Calls a listener. It takes no time, unless the node's listeners are slow or the listener says that it sleeps. */
final class VirtualWorker extends Occupant implements Workers.Worker, Event {
    private final VirtualNode node;
    private final String name;
    private final Workers.Task task;
    private final BooleanSupplier mayGoOn = this::mayGoOn;
    private boolean planned;
    private boolean closed;

    VirtualWorker(VirtualNode node, Timeline timeline, String name, Workers.Task task) {
        super(timeline);
        this.node = node;
        this.name = name;
        this.task = task;
    }

    @Override
    public void wake() {
        if (closed || planned || node.isPaused()) {
            return;
        }
        planned = true;
        if (isOccupied()) {
            timeline.add(freeAt(), this);
        } else {
            timeline.addReady(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        node.forget(this);
    }

    /** Goes on with what has been left undone while the node was paused. */
    void resume() {
        if (!task.isIdle()) {
            wake();
        }
    }

    @Override
    public void happen() {
        planned = false;
        if (closed || node.isPaused()) {
            return;
        }
        if (!isOccupied()) {
            node.traceRun(name);
            timeline.enter(this);
            try {
                task.run(mayGoOn);
            } finally {
                timeline.exit();
            }
        }
        if (!task.isIdle()) {
            wake();
        }
    }

    private boolean mayGoOn() {
        if (closed || node.isPaused() || isOccupied()) {
            return false;
        }
        occupy(node.place.callNanos);
        return true;
    }
}

package org.domaintypesystem.delivery;

import java.util.concurrent.locks.LockSupport;
import org.domaintypesystem.spi.Workers;

/**
 * A worker with a thread of its own. That is a daemon of the platform and not a virtual one: virtual threads share as many
 * carriers as there are processors, so that a few listeners that compute for long would hold up all others.
 */
public final class ThreadWorker implements Workers.Worker {
    private final Workers.Task task;
    private final Thread thread;
    private volatile boolean sleeping;
    private volatile boolean closed;

    private ThreadWorker(String name, Workers.Task task) {
        this.task = task;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public static ThreadWorker start(String name, Workers.Task task) {
        ThreadWorker worker = new ThreadWorker(name, task);
        worker.thread.start();
        return worker;
    }

    /** A wake-up costs more than everything else here: only for one who sleeps. */
    @Override
    public void wake() {
        if (sleeping) {
            sleeping = false;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Whether the thread has not ended. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private boolean mayGoOn() {
        return !closed;
    }

    private void run() {
        while (!closed) {
            try {
                task.run(this::mayGoOn);
            } catch (Throwable e) {
                // A task tells of its own failures; what this one did not catch does not end the thread.
            }
            sleeping = true;
            // Whoever gives us something to do after this look sees that we sleep.
            if (task.isIdle() && !closed) {
                LockSupport.park(this);
            }
            sleeping = false;
            // An interrupt is not for this thread: it would keep it from ever sleeping again.
            Thread.interrupted();
        }
    }
}

package org.domaintypesystem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.spi.Workers;

/** One worker for any number of tasks, which it does in turn. */
final class SharedWorker implements Workers, AutoCloseable {
    private final List<Task> tasks = new CopyOnWriteArrayList<>();
    private final Worker worker;

    SharedWorker(Workers workers, String name) {
        this.worker = workers.start(name, new All());
    }

    /** Takes a task in; the name is not used. Whoever wakes the tasks is one thread at a time for all of them. */
    @Override
    public Worker start(String name, Task task) {
        tasks.add(task);
        return new Worker() {
            @Override
            public void wake() {
                worker.wake();
            }

            @Override
            public void close() {
                tasks.remove(task);
            }
        };
    }

    @Override
    public void close() {
        worker.close();
    }

    private final class All implements Task {
        @Override
        public void run(BooleanSupplier mayGoOn) {
            for (Task task : tasks) {
                task.run(mayGoOn);
            }
        }

        @Override
        public boolean isIdle() {
            for (Task task : tasks) {
                if (!task.isIdle()) {
                    return false;
                }
            }
            return true;
        }
    }
}

package org.domaintypesystem.spi;

/** Runs tasks beside the receiving thread. */
public interface Workers {
    /**
     * Has a task run whenever it is woken.
     *
     * @param name for the thread, if there is one
     */
    Worker start(String name, Task task);

    /** What a worker does: all that there is to do, and then it returns. Must not throw. */
    interface Task {
        void run();

        /** Whether there is nothing to do. For the worker's thread. */
        boolean isIdle();
    }

    /** Runs one task. */
    interface Worker extends AutoCloseable {
        /** Has the task run, unless it has nothing to do. Cheap when the worker is awake. For one thread at a time. */
        void wake();

        /** Ends after the run that is under way, if any; does not wait. For any thread. */
        @Override
        void close();
    }
}

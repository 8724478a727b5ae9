package org.domaintypesystem.spi;

import java.util.function.BooleanSupplier;

/** Runs tasks beside the receiving thread. */
public interface Workers {
    /**
     * Has a task run whenever it is woken.
     *
     * @param name for the thread, if there is one
     */
    Worker start(String name, Task task);

    /** What a worker does. Must not throw. */
    interface Task {
        /**
         * Does what there is to do, piece by piece, as long as it may.
         *
         * @param mayGoOn asked before each piece, which is done if it says so; a piece is a call of a listener, say
         */
        void run(BooleanSupplier mayGoOn);

        /** Whether there is nothing to do. For the worker's thread. */
        boolean isIdle();
    }

    /** Runs one task. */
    interface Worker extends AutoCloseable {
        /** Has the task run, unless it has nothing to do. Cheap when the worker is awake. For one thread at a time. */
        void wake();

        /** Ends after the piece that is being done, if any; does not wait. For any thread. */
        @Override
        void close();
    }
}

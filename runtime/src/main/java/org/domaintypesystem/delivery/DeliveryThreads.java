package org.domaintypesystem.delivery;

/**
 * Threads that deliver, one a subscription. Daemons of the platform and not virtual ones: these share as many carriers as
 * there are processors, so that a few listeners that compute for long would hold up all others.
 */
final class DeliveryThreads {
    private DeliveryThreads() {}

    static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

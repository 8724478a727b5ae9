package org.domaintypesystem.delivery;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

/** Threads that deliver: virtual ones where the JVM has them, daemons otherwise. */
final class DeliveryThreads {
    private static final ThreadFactory FACTORY = factory();

    private DeliveryThreads() {}

    static Thread start(String name, Runnable task) {
        Thread thread = FACTORY.newThread(task);
        thread.setName(name);
        thread.start();
        return thread;
    }

    private static ThreadFactory factory() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object ofVirtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Method factory = builder.getMethod("factory");
            return (ThreadFactory) factory.invoke(ofVirtual);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            };
        }
    }
}

package org.domaintypesystem.benchmarks.many;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.domaintypesystem.Dts;

/**
 * What a message costs from one node of this process to another, in a datagram of its own: types take turns, and after a few
 * messages the sender waits until all have been heard.
 */
final class Cost {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final int BURST = 500;
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long NAP_NANOS = 20_000;

    private final List<Exchange.Publish> publishers = new ArrayList<>();
    private final int listeners;
    private final AtomicLong heard = new AtomicLong();
    private long sequence;

    /**
     * @param types how many of those that there are take part
     * @param listeners of each
     */
    Cost(Exchange exchange, int types, int listeners, Dts sender, Dts receiver) {
        this.listeners = listeners;
        for (int type = 0; type < types; type++) {
            for (int i = 0; i < listeners; i++) {
                exchange.listen(type, receiver, heard::incrementAndGet);
            }
            publishers.add(exchange.publisher(type, sender));
        }
    }

    /**
     * Processor time for each message, of both nodes, over at least so long.
     *
     * @throws IllegalStateException if messages get lost all the time
     */
    double nanosPerMessage(long nanos) {
        long cpu = SYSTEM.getProcessCpuTime();
        long end = System.nanoTime() + nanos;
        long messages = 0;
        while (System.nanoTime() < end) {
            messages += burst();
        }
        return (double) (SYSTEM.getProcessCpuTime() - cpu) / messages;
    }

    private int burst() {
        long all = heard.get() + (long) BURST * listeners;
        for (int i = 0; i < BURST; i++) {
            Exchange.Publish publisher = publishers.get((int) (sequence % publishers.size()));
            while (!publisher.publish(sequence)) {
                LockSupport.parkNanos(NAP_NANOS);
            }
            sequence++;
        }
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (heard.get() < all) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("%d of %d messages were not heard".formatted(all - heard.get(), BURST));
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
        return BURST;
    }
}

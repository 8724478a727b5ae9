package org.domaintypesystem.benchmarks.bus;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a process has used since it started.
 *
 * @param cpuNanos of all its threads, the virtual machine's own included
 * @param allocatedBytes by the threads that are alive
 */
record Usage(long cpuNanos, long allocatedBytes) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static Usage now() {
        long bytes = 0;
        for (long each : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            bytes += Math.max(0, each);
        }
        return new Usage(SYSTEM.getProcessCpuTime(), bytes);
    }

    Usage since(Usage before) {
        return new Usage(cpuNanos - before.cpuNanos, allocatedBytes - before.allocatedBytes);
    }
}

package org.domaintypesystem.benchmarks.many;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.domaintypesystem.Dts;

/** How many bytes of the heap are taken by a node, and by what it has. */
final class Memory {
    private static final int NODES = 8;
    private static final int MOST_COLLECTIONS = 30;
    private static final long PAUSE_MILLIS = 150;
    /** What comes and goes in a process that does nothing. */
    private static final long CALM_BYTES = 1024;

    private final List<Object> kept = new ArrayList<>();

    /** For a node that does nothing, which knows the others that this makes. */
    double node(int port) throws InterruptedException {
        return each(() -> {
            IntStream.range(0, NODES).forEach(i -> kept.add(Nodes.join(port)));
            return NODES;
        });
    }

    /** For a publisher that has not published yet; each of a type of its own, whose schema counts as well. */
    double publisher(Exchange exchange, Dts dts) throws InterruptedException {
        return each(() -> {
            IntStream.range(0, exchange.types()).forEach(type -> kept.add(exchange.publisher(type, dts)));
            return exchange.types();
        });
    }

    /** For a subscription that views messages; each of a type of its own. */
    double subscription(Exchange exchange, Dts dts) throws InterruptedException {
        return each(() -> {
            IntStream.range(0, exchange.types()).forEach(type -> exchange.listen(type, dts, () -> {}));
            return exchange.types();
        });
    }

    private double each(IntSupplier make) throws InterruptedException {
        long before = used();
        int count = make.getAsInt();
        try {
            return (double) (used() - before) / count;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** After as many collections as it takes until no more goes away: nodes that have just joined still have garbage. */
    private static long used() throws InterruptedException {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (Math.abs(now - used) < CALM_BYTES) {
                return now;
            }
            used = now;
            Thread.sleep(PAUSE_MILLIS);
        }
        return used;
    }
}

package org.domaintypesystem.benchmarks.many;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Dts;

/** A fresh process that measures one thing, and prints the figure. */
final class ManyProcess {
    private ManyProcess() {}

    /** What is measured. */
    enum Task {
        COST,
        NODE,
        PUBLISHER,
        SUBSCRIPTION
    }

    /** Takes a task, the folder of {@link ManyTypes}, numbers of types and listeners, and milliseconds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Exchange exchange = ManyTypes.load(Path.of(arguments[1]));
        int port = Nodes.freePort();
        Task task = Task.valueOf(arguments[0]);
        if (task == Task.NODE) {
            // The first one brings classes that the others share.
            Dts first = Nodes.join(port);
            System.out.println(new Memory().node(port));
            first.close();
            System.exit(0);
        }
        try (Dts here = Nodes.join(port);
                Dts there = Nodes.join(port)) {
            switch (task) {
                case PUBLISHER -> System.out.println(new Memory().publisher(exchange, here));
                case SUBSCRIPTION -> System.out.println(new Memory().subscription(exchange, here));
                default -> {
                    Cost cost = new Cost(
                            exchange, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), there, here);
                    long nanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[4]));
                    cost.nanosPerMessage(nanos);
                    System.out.println(cost.nanosPerMessage(nanos));
                }
            }
        }
    }
}

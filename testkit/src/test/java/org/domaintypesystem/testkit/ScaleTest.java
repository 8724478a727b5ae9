package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of nodes, and a million datagrams, in seconds. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ScaleTest {
    private static final int NODES = 2000;
    private static final int MESSAGES = 500;

    @Test
    void thousandsOfNodesHearEachOther() {
        try (VirtualNetwork network = VirtualNetwork.seeded(1)) {
            long[] heard = {0};
            List<Dts> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                Dts node = network.join("node-" + i);
                nodes.add(node);
                ReadingListener.subscribe(node, (reading, info) -> heard[0] += reading.number(), Delivery.queue(4));
            }
            for (int i = 0; i < MESSAGES; i++) {
                new ReadingPublisher(nodes.get(i % 5)).publish(1);
                network.runUntilQuiet();
            }
            assertThat(heard[0]).isEqualTo((long) NODES * MESSAGES);
            assertThat(network.traffic().sent()).isEqualTo(MESSAGES);
            assertThat(network.traffic().received()).isEqualTo((long) NODES * MESSAGES);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("node-"));
        }
    }
}

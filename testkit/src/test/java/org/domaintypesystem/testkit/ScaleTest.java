package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.schema.MulticastGroups;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Millions of datagrams in seconds. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ScaleTest {
    private static final class Count implements TransportListener {
        long datagrams;

        @Override
        public void datagram(byte[] buffer, int length, SocketAddress source) {
            datagrams++;
        }

        @Override
        public long tick(long readUpTo) {
            return 1_000_000_000;
        }

        @Override
        public void failed(String what, Throwable cause) {
            throw new AssertionError(what, cause);
        }

        @Override
        public void warned(String what) {
            throw new AssertionError(what);
        }
    }

    @Test
    void thousandsOfTransportsHearEachOther() throws IOException {
        int nodes = 5000;
        Timeline timeline = new Timeline();
        Medium medium = new Medium(timeline, new Chance(1));
        medium.links.setLoss(0.1);
        InetSocketAddress group = new InetSocketAddress(MulticastGroups.groupOf(1), medium.port);
        Count count = new Count();
        List<Transport> transports = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            Place place = new Place("node-" + i, i);
            Transport transport = new VirtualNode(place, medium, new VirtualClock(timeline)).open(place.name, count);
            transport.join(group.getAddress());
            transports.add(transport);
        }
        for (int i = 0; i < 400; i++) {
            transports.get(i % 10).send(ByteBuffer.allocate(1000), group);
            timeline.run(timeline.now() + 10_000_000, () -> false);
        }
        assertThat(count.datagrams).isBetween(400L * nodes * 88 / 100, 400L * nodes * 92 / 100);
    }

    @Test
    void hundredsOfNodesHearEachOther() {
        int nodes = 300;
        int messages = 1000;
        try (VirtualNetwork network = VirtualNetwork.seeded(1)) {
            long[] heard = {0};
            List<Dts> joined = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Dts node = network.join("node-" + i);
                joined.add(node);
                ReadingListener.subscribe(node, (reading, info) -> heard[0] += reading.number(), Delivery.queue(4));
            }
            for (int i = 0; i < messages; i++) {
                Notes.publish(joined.get(i % 10), 1, 1);
                network.runUntilQuiet();
            }
            assertThat(heard[0]).isEqualTo((long) nodes * messages);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("node-"));
        }
    }
}

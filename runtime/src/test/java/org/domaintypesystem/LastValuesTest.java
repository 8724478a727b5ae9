package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.MulticastSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domaintypesystem.Level.LevelPublisher;
import org.domaintypesystem.engine.LastValuePackets;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Last values by real sockets. */
@Timeout(120)
class LastValuesTest {
    private static final int ROUND = 5000;

    private static Map<Long, Long> listen(Dts dts, List<Boolean> areLast, Delivery delivery) {
        Map<Long, Long> levels = new ConcurrentHashMap<>();
        dts.listen(
                Level.CODEC,
                (level, info) -> {
                    levels.put(level.tank(), level.version());
                    areLast.add(info.isLastValue());
                },
                delivery);
        return levels;
    }

    @Test
    void reachWhoeverComesLate() throws IOException {
        try (Loopback loopback = new Loopback();
                Dts plant = loopback.join("plant");
                Dts screen = loopback.join("screen")) {
            LevelPublisher publisher = new LevelPublisher(plant);
            for (long i = 0; i < 3000; i++) {
                if (i % 2 == 0) {
                    publisher.publish(new Level(i % 1000, i));
                } else {
                    publisher.publish(i % 1000, i);
                }
            }
            for (Delivery delivery : List.of(Delivery.queue(), Delivery.latestPerKey(), Delivery.inline())) {
                List<Boolean> areLast = new CopyOnWriteArrayList<>();
                Map<Long, Long> levels = listen(screen, areLast, delivery);
                await().until(() -> levels.size() == 1000);
                levels.forEach((tank, version) -> assertThat(version).isEqualTo(tank + 2000));
                assertThat(areLast).hasSize(1000).containsOnly(true);
            }
            List<Boolean> areLast = new CopyOnWriteArrayList<>();
            Map<Long, Long> atHome = listen(plant, areLast, Delivery.queue());
            await().until(() -> atHome.size() == 1000);
            publisher.publish(new Level(7, 1));
            await().until(() -> atHome.get(7L) == 1);
            assertThat(areLast).hasSize(1001).endsWith(false);
            assertThat(plant.counters().lastValues().kept()).isEqualTo(1000);
        }
    }

    @Test
    void areKeptWithoutAnObject() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Loopback loopback = new Loopback();
                Dts dts = loopback.join("node")) {
            LevelPublisher publisher = new LevelPublisher(dts);
            Level[] levels = new Level[ROUND];
            for (int i = 0; i < ROUND; i++) {
                levels[i] = new Level(i % 1000, i);
            }
            long here = Thread.currentThread().getId();
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                long before = threads.getThreadAllocatedBytes(here);
                for (Level level : levels) {
                    publisher.publish(level);
                }
                assertThat(threads.getThreadAllocatedBytes(here) - before).isLessThan(ROUND);
            });
        }
    }

    @Test
    @Tag("capnp")
    void areAskedForAndGivenAsTheSpecificationSays() throws IOException {
        CapnpTool capnp = CapnpTool.in(Path.of("src", "main", "resources", "META-INF", "dts"));
        try (Loopback loopback = new Loopback();
                MulticastSocket capture = loopback.captureControl();
                Dts plant = loopback.join("plant");
                Dts screen = loopback.join("screen");
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            LevelPublisher publisher = new LevelPublisher(plant);
            publisher.publish(new Level(1, 5));
            publisher.publish(new Level(1, 6));
            listen(screen, new CopyOnWriteArrayList<>(), Delivery.queue());
            String request;
            do {
                request = capnp.decode("dts.capnp", "Message", Loopback.receive(capture));
            } while (!request.contains("lastValuesRequest"));
            assertThat(request)
                    .contains("typeId = "
                            + Long.toUnsignedString(Level.CODEC.type().typeId()))
                    .contains("anyone = true");

            stranger.setSoTimeout(10_000);
            byte[] ask = LastValuePackets.request(Level.CODEC.type().typeId());
            stranger.send(new DatagramPacket(ask, ask.length, loopback.control(), loopback.port));
            assertThat(capnp.decode("dts.capnp", "Message", Loopback.receive(stranger)))
                    .contains("lastValues = ", "sequences = [2]", "index = 0", "count = 1", "last = 2");
            assertThat(capnp.decode("dts.capnp", "Message", Loopback.receive(stranger)))
                    .contains("flags = 1", "sequence = 2", "payload = ")
                    .contains("sender = " + Long.toUnsignedString(plant.sender()));
        }
    }
}

package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.domaintypesystem.engine.Packets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the system drops while the receiving thread is held up. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class KernelDropsTest {
    private static final long SENDER = 1;

    @Test
    void areCountedApart() throws IOException, InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Collector collector = new Collector();
        try (Loopback loopback = new Loopback();
                Dts dts = loopback.join("node")) {
            dts.listen(
                    Reading.CODEC,
                    new Listener<>() {
                        @Override
                        public void onMessage(Reading message, MessageInfo info) {
                            collector.onMessage(message, info);
                            entered.countDown();
                            NodeTest.uninterruptibly(go);
                        }

                        @Override
                        public void onLoss(Loss loss) {
                            collector.onLoss(loss);
                        }
                    },
                    Delivery.inline());
            assertThat(dts.counters().receiving().kernelDrops()).hasValue(0);
            long sent = 0;
            forge(loopback, ++sent);
            entered.await();
            while (drops(dts) == 0) {
                for (int i = 0; i < 100; i++) {
                    forge(loopback, ++sent);
                }
            }
            go.countDown();
            long last = sent + 1;
            await().untilAsserted(() -> {
                // The first one for which there is room again shows what is missing.
                forge(loopback, last);
                assertThat(collector.messages.size() + lost(collector)).isEqualTo(last);
            });
            // The node's own announcements come to the same socket, and may have been dropped, too.
            long dropped = drops(dts);
            assertThat(dropped - lost(collector)).isBetween(0L, 5L);
            dts.close();
            assertThat(drops(dts)).isEqualTo(dropped);
        }
    }

    private static long lost(Collector collector) {
        return collector.losses.stream().mapToLong(Loss::count).sum();
    }

    private static long drops(Dts dts) {
        return dts.counters().receiving().kernelDrops().orElseThrow();
    }

    private static void forge(Loopback loopback, long sequence) {
        loopback.multicast(Reading.TYPE_ID, Packets.message(SENDER, Reading.TYPE_ID, sequence, sequence));
    }
}

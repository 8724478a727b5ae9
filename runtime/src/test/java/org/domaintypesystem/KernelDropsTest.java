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
            long dropped = drops(dts);
            long received = sent - dropped;
            await().untilAsserted(() -> assertThat(collector.messages).hasSize((int) received));
            forge(loopback, sent + 1);
            await().untilAsserted(() -> assertThat(collector.losses).isNotEmpty());
            assertThat(collector.losses.stream().mapToLong(Loss::count).sum()).isEqualTo(dropped);
            assertThat(drops(dts)).isEqualTo(dropped);
            dts.close();
            assertThat(drops(dts)).isEqualTo(dropped);
        }
    }

    private static long drops(Dts dts) {
        return dts.counters().receiving().kernelDrops().orElseThrow();
    }

    private static void forge(Loopback loopback, long sequence) {
        loopback.multicast(Reading.TYPE_ID, Packets.message(SENDER, Reading.TYPE_ID, sequence, sequence));
    }
}

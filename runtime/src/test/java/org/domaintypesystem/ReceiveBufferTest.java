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

/** What a receive buffer holds while the receiving thread is held up. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class ReceiveBufferTest {
    private static final long SENDER = 1;
    private static final int BURST = 50;

    @Test
    void isAsLargeAsWasAskedFor() throws IOException, InterruptedException {
        assertThat(missingOfABurst(1408)).isBetween(BURST - 10L, (long) BURST);
        assertThat(missingOfABurst(1 << 17)).isZero();
    }

    private static long missingOfABurst(int receiveBuffer) throws IOException, InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Collector collector = new Collector();
        try (Loopback loopback = new Loopback();
                Dts dts = Dts.builder()
                        .interfaces("127.0.0.1")
                        .port(loopback.port)
                        .receiveBuffer(receiveBuffer)
                        .join()) {
            dts.listen(
                    Reading.CODEC,
                    (message, info) -> {
                        collector.onMessage(message, info);
                        entered.countDown();
                        NodeTest.uninterruptibly(go);
                    },
                    Delivery.inline());
            forge(loopback, 1);
            entered.await();
            for (int i = 2; i <= BURST; i++) {
                forge(loopback, i);
            }
            go.countDown();
            // The first one for which there is room again shows what is missing.
            await().untilAsserted(() -> {
                forge(loopback, BURST + 1);
                assertThat(collector.sequences).contains(BURST + 1L);
            });
            return dts.counters().receiving().missing();
        }
    }

    private static void forge(Loopback loopback, long sequence) {
        loopback.multicast(Reading.TYPE_ID, Packets.message(SENDER, Reading.TYPE_ID, sequence, sequence));
    }
}

package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest message through loss, many receivers that lose the same, and a fast sender. */
class RepairsAtScaleTest {
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final int LARGEST = 1 << 24;

    private static byte[] data(int size) {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        return data;
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1500", "0.3, 4000"})
    void repairsTheLargestMessage(double loss, int longestMillis) {
        LossyNetwork network = new LossyNetwork(1);
        network.loss = loss;
        ListeningNode receiver = new ListeningNode(network, LARGEST, 10 * SECOND, 1, TYPE);
        KeepingSender sender = new KeepingSender(network, 1, TYPE, 60 * SECOND);
        receiver.knows(sender);
        long begin = network.now();
        sender.publish(data(LARGEST - 100));
        sender.publish(data(10));
        while (receiver.heard.get(1L).last < 2 && network.now() - begin < 20 * SECOND) {
            network.run(MILLI);
        }
        assertThat(receiver.heard.get(1L).delivered).isEqualTo(2);
        assertThat((network.now() - begin) / MILLI).isLessThan(longestMillis);
        network.run(10 * SECOND);
        assertThat(receiver.repairs.size()).isZero();
    }

    /** They all lose the same message: a few ask, and what comes then is for all. */
    @Test
    void fewOfManyAsk() {
        LossyNetwork network = new LossyNetwork(1);
        List<ListeningNode> receivers = new ArrayList<>();
        KeepingSender sender = new KeepingSender(network, 1, TYPE, 60 * SECOND);
        for (int i = 0; i < 1000; i++) {
            ListeningNode receiver = new ListeningNode(network, LARGEST, 10 * SECOND, i, TYPE);
            receiver.listeners = 1000;
            receiver.knows(sender);
            receivers.add(receiver);
        }
        sender.publish(data(10));
        network.run(MILLI);
        network.loss = 1;
        sender.publish(data(11));
        network.loss = 0;
        sender.publish(data(12));
        network.run(SECOND);
        for (ListeningNode receiver : receivers) {
            assertThat(receiver.heard.get(1L).delivered).isEqualTo(3);
        }
        assertThat(sender.naks).isBetween(1L, 10L);
    }

    /** Twenty thousand messages a second for two seconds: the gaps are filled as they come. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.3"})
    void keepsUpWithAFastSender(double loss) {
        LossyNetwork network = new LossyNetwork(1);
        network.loss = loss;
        ListeningNode receiver = new ListeningNode(network, LARGEST, 10 * SECOND, 1, TYPE);
        KeepingSender sender = new KeepingSender(network, 1, TYPE, 60 * SECOND);
        receiver.knows(sender);
        byte[] content = data(100);
        for (int i = 0; i < 40_000; i++) {
            sender.publish(content);
            network.run(50_000);
        }
        assertThat(sender.last - receiver.heard.get(1L).last).as("behind").isLessThan(4_000);
        network.run(SECOND);
        assertThat(receiver.heard.get(1L).delivered).isEqualTo(40_000);
        assertThat(receiver.largestBacklog).isLessThan(2 << 20);
    }
}

package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random loss, duplication and reordering in virtual time: what senders keep comes to all, in order, once, byte for byte. */
class RepairsModelTest {
    private static final long[] TYPES = {0x8000_0000_0000_0001L, 0xFFFF_0000_0000_0002L};
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    static LongStream seeds() {
        long first = Long.getLong("dts.seed", 0);
        return LongStream.range(first, first + Long.getLong("dts.seeds", 100));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingThatIsKept(long seed) {
        Random random = new Random(seed);
        LossyNetwork network = new LossyNetwork(seed);
        network.loss = random.nextInt(7) * 0.05;
        network.duplication = random.nextInt(3) * 0.1;
        network.reordering = random.nextInt(3) * random.nextInt(20) * MILLI;
        List<ListeningNode> receivers = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            receivers.add(new ListeningNode(network, Repairs.DEFAULT_PATIENCE, seed + i, TYPES));
        }
        List<KeepingSender> senders = new ArrayList<>();
        for (int i = 1; i <= 1 + random.nextInt(3); i++) {
            KeepingSender sender = new KeepingSender(network, i, TYPES[random.nextInt(2)], 30 * SECOND);
            receivers.forEach(each -> each.knows(sender));
            senders.add(sender);
        }
        for (int i = 0; i < 300; i++) {
            publish(senders.get(random.nextInt(senders.size())), random);
            network.run(random.nextInt(20) == 0 ? random.nextInt(300) * MILLI : random.nextInt(2000) * 1000L);
        }
        network.run(9 * SECOND);
        for (ListeningNode receiver : receivers) {
            for (KeepingSender sender : senders) {
                ListeningNode.Heard heard = receiver.heard.get(sender.id);
                assertThat(heard.lost).isEmpty();
                assertThat(heard.last).isEqualTo(sender.last);
                assertThat(heard.delivered).isEqualTo(sender.last);
            }
            assertThat(receiver.counters.get(Counter.MISSING)).isZero();
            assertNothingIsLeft(receiver);
        }
        if (network.loss == 0 && network.reordering == 0) {
            senders.forEach(each -> assertThat(each.naks).isZero());
        }
    }

    private static void assertNothingIsLeft(ListeningNode receiver) {
        assertThat(receiver.repairs.size()).isZero();
        assertThat(receiver.repairs.bytes()).isZero();
        assertThat(receiver.largestBacklog)
                .isLessThan((long) Reassemblies.WHOLE_SHARE * ListeningNode.LIMIT + Reassemblies.EXTRA);
    }

    private static void publish(KeepingSender sender, Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            sender.publish(data(random, random.nextInt(random.nextInt(10) == 0 ? 150_000 : 10_000)));
        } else if (kind < 4) {
            byte[][] batch = new byte[2 + random.nextInt(8)][];
            for (int i = 0; i < batch.length; i++) {
                batch[i] = data(random, random.nextInt(100));
            }
            sender.publish(batch);
        } else {
            sender.publish(data(random, random.nextInt(1200)));
        }
    }

    private static byte[] data(Random random, int size) {
        byte[] data = new byte[size];
        random.nextBytes(data);
        return data;
    }
}

package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.domaintypesystem.codec.WireWriter;
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

    private final List<ListeningNode> receivers = new ArrayList<>();
    private final List<KeepingSender> senders = new ArrayList<>();

    /** A network with some receivers, of which all know all senders. */
    private LossyNetwork network(long seed, Random random, long retention) {
        LossyNetwork network = new LossyNetwork(seed);
        network.loss = random.nextInt(7) * 0.05;
        network.duplication = random.nextInt(3) * 0.1;
        network.reordering = random.nextInt(3) * random.nextInt(20) * MILLI;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            receivers.add(new ListeningNode(network, 10 * SECOND, seed + i, TYPES));
        }
        count = 1 + random.nextInt(3);
        for (int i = 1; i <= count; i++) {
            join(network, i, random, retention);
        }
        return network;
    }

    private void join(LossyNetwork network, int id, Random random, long retention) {
        KeepingSender sender = new KeepingSender(network, id, TYPES[random.nextInt(2)], retention);
        receivers.forEach(each -> each.knows(sender));
        senders.add(sender);
    }

    private KeepingSender any(Random random) {
        return senders.get(random.nextInt(senders.size()));
    }

    private static void pause(LossyNetwork network, Random random) {
        network.run(random.nextInt(20) == 0 ? random.nextInt(300) * MILLI : random.nextInt(2000) * 1000L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingThatIsKept(long seed) {
        Random random = new Random(seed);
        LossyNetwork network = network(seed, random, 30 * SECOND);
        for (int i = 0; i < 300; i++) {
            publish(any(random), random);
            pause(network, random);
        }
        network.run(9 * SECOND);
        for (ListeningNode receiver : receivers) {
            senders.forEach(sender -> assertAllCame(receiver, sender));
            assertThat(receiver.counters.get(Counter.MISSING)).isZero();
            assertNothingIsLeft(receiver);
        }
        long naks = senders.stream().mapToLong(each -> each.naks).sum();
        if (network.loss == 0 && network.reordering == 0) {
            assertThat(naks).isZero();
        } else if (network.loss > 0.1) {
            assertThat(naks).isGreaterThan(10);
        }
    }

    private static void assertAllCame(ListeningNode receiver, KeepingSender sender) {
        ListeningNode.Heard heard = receiver.heard.get(sender.id);
        assertThat(heard.lost).isEmpty();
        assertThat(heard.last).isEqualTo(sender.last);
        assertThat(heard.delivered).isEqualTo(sender.last);
    }

    /** Cut off, or stopped, for less than is kept: what was sent meanwhile comes afterwards. */
    @ParameterizedTest
    @MethodSource("seeds")
    void catchesUpAfterAPause(long seed) {
        Random random = new Random(seed);
        LossyNetwork network = network(seed, random, 60 * SECOND);
        for (int i = 0; i < 300; i++) {
            publish(any(random), random);
            pause(network, random);
            if (i == 100 && random.nextBoolean()) {
                double before = network.loss;
                network.loss = 1;
                long end = network.now() + random.nextInt(8) * SECOND;
                while (network.now() < end) {
                    publish(any(random), random);
                    network.run(random.nextInt(200) * MILLI);
                }
                network.loss = before;
            } else if (i == 100) {
                receivers.get(0).isStopped = true;
            } else if (i == 200 && receivers.get(0).isStopped) {
                network.run(12 * SECOND);
                receivers.get(0).goOn(random.nextInt(200));
            }
        }
        network.run(15 * SECOND);
        for (ListeningNode receiver : receivers) {
            senders.forEach(sender -> assertAllCame(receiver, sender));
            assertNothingIsLeft(receiver);
        }
    }

    /** Senders that keep little, end, and are followed by others: what does not come is reported, each sequence once. */
    @ParameterizedTest
    @MethodSource("seeds")
    void tellsWhatIsLost(long seed) {
        Random random = new Random(seed);
        LossyNetwork network = network(seed, random, (1 + random.nextInt(50)) * MILLI);
        List<KeepingSender> all = new ArrayList<>(senders);
        for (int i = 0; i < 300; i++) {
            publish(any(random), random);
            pause(network, random);
            if (random.nextInt(50) == 0) {
                KeepingSender ends = senders.remove(random.nextInt(senders.size()));
                ends.close();
                boolean saysSo = random.nextBoolean();
                for (ListeningNode receiver : receivers) {
                    if (saysSo) {
                        receiver.inbound.gone(ends.id, true, receiver.types);
                        receiver.expect(ends);
                    }
                }
                join(network, all.size() + 1, random, (1 + random.nextInt(50)) * MILLI);
                all.add(senders.get(senders.size() - 1));
            }
        }
        network.run(21 * SECOND);
        for (ListeningNode receiver : receivers) {
            for (KeepingSender sender : all) {
                ListeningNode.Heard heard = receiver.heard.get(sender.id);
                long lost = heard.lost.stream()
                        .mapToLong(RepairMessages.Range::count)
                        .sum();
                assertThat(heard.delivered + lost).isEqualTo(heard.last);
                assertThat(heard.last).isLessThanOrEqualTo(sender.last);
            }
            assertNothingIsLeft(receiver);
        }
    }

    /** Heartbeats that somebody made up, and messages that are led ahead: the sender itself says that there are none such. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isNotMisledForLong(long seed) {
        Random random = new Random(seed);
        LossyNetwork network = network(seed, random, 60 * SECOND);
        for (int i = 0; i < 200; i++) {
            publish(any(random), random);
            pause(network, random);
            if (random.nextInt(4) == 0) {
                ListeningNode victim = receivers.get(random.nextInt(receivers.size()));
                KeepingSender pretended = any(random);
                byte[] forged = forged(pretended, random);
                victim.receive(forged, pretended.address);
            }
        }
        network.run(300 * MILLI);
        senders.forEach(each -> publish(each, random));
        network.run(9 * SECOND);
        for (ListeningNode receiver : receivers) {
            senders.forEach(sender -> assertAllCame(receiver, sender));
            assertNothingIsLeft(receiver);
        }
    }

    private static byte[] forged(KeepingSender sender, Random random) {
        int tag = random.nextBoolean() ? MessageLayout.HEARTBEAT : MessageLayout.PAYLOAD;
        // A message that takes the place of one that is published soon cannot be told from it.
        long ahead = (tag == MessageLayout.PAYLOAD ? 5000 : 1)
                + (random.nextInt(4) == 0 ? random.nextLong() >>> 1 + random.nextInt(63) : random.nextInt(3000));
        long sequence = Math.max(sender.last + 1, Math.min(Long.MAX_VALUE - 1, sender.last + ahead));
        byte[] message = new byte[MessageLayout.CONTENT + 2 * Long.BYTES];
        int struct = MessageLayout.CONTENT;
        int end = WireWriter.struct(message, MessageLayout.BODY, struct, 2, 0, message.length);
        WireWriter.int64(message, struct, 1);
        WireWriter.int64(message, struct + Long.BYTES, sequence);
        MessageLayout.writeHeader(message, end, tag, sender.id, sender.typeId, 0, random.nextInt());
        MessageLayout.writeSequence(message, sequence);
        if (tag == MessageLayout.PAYLOAD) {
            MessageLayout.markRepairable(message);
        }
        return message;
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

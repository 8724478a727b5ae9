package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random loss, duplication and reordering, judged by a model that remembers everything and is as simple as the rules. */
class InboundModelTest {
    private static final long[] TYPES = {0x8000_0000_0000_0001L, 0xFFFF_0000_0000_0002L};
    private static final int SENDERS = 3;

    /** One sender and type, with all of its history. */
    private static final class Model {
        final Set<Long> seen = new HashSet<>();
        final Set<Long> missing = new HashSet<>();
        long base;
        long last;
        long suspect;

        /** Whether it is believed. */
        boolean accept(long sender, long sequence, List<String> events) {
            if (base == 0) {
                base = sequence;
            } else if (sequence > last) {
                boolean confirmed = suspect > 0 && sequence > suspect && sequence <= suspect + SenderTracker.MAX_JUMP;
                if (sequence > last + SenderTracker.MAX_JUMP && !confirmed) {
                    suspect = sequence;
                    return false;
                }
                for (long each = last + 1; each < sequence; each++) {
                    missing.add(each);
                }
                if (sequence > last + 1) {
                    events.add(RecordingSink.ofMissing(sender, last + 1, sequence - last - 1));
                }
            } else {
                if (sequence > last - SenderTracker.WINDOW && missing.contains(sequence) && seen.add(sequence)) {
                    events.add(RecordingSink.ofLate(sender, sequence));
                }
                return true;
            }
            suspect = 0;
            last = sequence;
            seen.add(sequence);
            events.add(RecordingSink.ofMessage(sender, sequence));
            return true;
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheModel(int seed) {
        Random random = new Random(seed);
        double loss = random.nextInt(4) * 0.1;
        double duplication = random.nextInt(4) * 0.1;
        int reordering = random.nextInt(3) * random.nextInt(1200);
        List<long[]> stream = stream(random, loss, duplication, reordering);

        Counters counters = new Counters();
        Inbound inbound = Packets.inbound(counters, (message, source) -> {});
        LongMap<InboundType> types = new LongMap<>(seed);
        Map<Long, RecordingSink> sinks = new HashMap<>();
        Map<Long, List<String>> expected = new HashMap<>();
        for (long type : TYPES) {
            RecordingSink sink = new RecordingSink();
            sinks.put(type, sink);
            expected.put(type, new ArrayList<>());
            types.put(type, new InboundType(sink, seed));
        }
        Map<List<Long>, Model> models = new HashMap<>();
        for (int i = 0; i < stream.size(); ) {
            int inDatagram = Math.min(1 + random.nextInt(4), stream.size() - i);
            byte[][] messages = new byte[inDatagram][];
            boolean isRead = true;
            for (int m = 0; m < inDatagram; m++, i++) {
                long[] each = stream.get(i);
                messages[m] = Packets.message(each[0], each[1], each[2], 0);
                isRead = isRead
                        && models.computeIfAbsent(List.of(each[0], each[1]), k -> new Model())
                                .accept(each[0], each[2], expected.get(each[1]));
            }
            byte[] datagram = Packets.concat(messages);
            assertThat(inbound.receive(datagram, datagram.length, i, types, new InetSocketAddress(1)))
                    .isTrue();
        }
        for (long type : TYPES) {
            assertThat(sinks.get(type).events).isEqualTo(expected.get(type));
        }
        checkProperties(models, counters);
    }

    /** What a listener relies on, said without the rules. */
    private static void checkProperties(Map<List<Long>, Model> models, Counters counters) {
        long delivered = 0;
        long missing = 0;
        for (Model model : models.values()) {
            Set<Long> both = new HashSet<>(model.missing);
            long late = model.missing.stream().filter(model.seen::contains).count();
            both.addAll(model.seen);
            assertThat(both).as("delivered or reported").hasSize((int) (model.last - model.base + 1));
            delivered += model.seen.size() - late;
            missing += model.missing.size();
        }
        assertThat(counters.get(Counter.DELIVERED)).isEqualTo(delivered);
        assertThat(counters.get(Counter.MISSING)).isEqualTo(missing);
    }

    /** Messages {sender, type, sequence} in the order in which they arrive. */
    private static List<long[]> stream(Random random, double loss, double duplication, int reordering) {
        record Arrival(double at, long[] message) {}
        List<Arrival> arrivals = new ArrayList<>();
        long[][] last = new long[SENDERS][TYPES.length];
        for (long[] ofSender : last) {
            for (int type = 0; type < TYPES.length; type++) {
                ofSender[type] = 1 + random.nextInt(1000);
            }
        }
        for (int i = 0; i < 6000; i++) {
            int sender = random.nextInt(SENDERS);
            int type = random.nextInt(TYPES.length);
            long sequence = last[sender][type]++;
            if (random.nextInt(2000) == 0) {
                last[sender][type] += random.nextInt(5000);
            }
            int copies = random.nextDouble() < loss ? 0 : random.nextDouble() < duplication ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                double delay = random.nextInt(10) == 0 ? random.nextInt(reordering * SENDERS + 1) : 0;
                arrivals.add(new Arrival(i + delay, new long[] {sender + 1, TYPES[type], sequence}));
            }
        }
        arrivals.sort((a, b) -> Double.compare(a.at(), b.at()));
        return arrivals.stream().map(Arrival::message).toList();
    }
}

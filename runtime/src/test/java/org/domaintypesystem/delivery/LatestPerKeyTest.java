package org.domaintypesystem.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LatestPerKeyTest {
    private record Level(String tank, long sequence) {}

    private static class ByTank implements Keyed<Level> {
        @Override
        public int keyHash(Level value) {
            return value.tank().hashCode();
        }

        @Override
        public boolean sameKey(Level a, Level b) {
            return a.tank().equals(b.tank());
        }

        @Override
        public TypeDescriptor type() {
            throw new AssertionError();
        }

        @Override
        public Level read(WireReader in, long struct) {
            throw new AssertionError();
        }
    }

    /** Writes down what comes, and that all of it belongs together. */
    private static final class Out implements DeliverySink<Level> {
        final List<String> events = new ArrayList<>();
        final List<Level> levels = new ArrayList<>();
        final BitSet lost = new BitSet();

        @Override
        public void message(Level value, long sender, long sequence, long sourceTime, long receiveTime) {
            if (sender != 1
                    || sequence != value.sequence()
                    || sourceTime != sequence * 2
                    || receiveTime != sequence * 3) {
                throw new AssertionError(value + " " + sequence + " " + sourceTime + " " + receiveTime);
            }
            events.add(value.tank() + value.sequence());
            levels.add(value);
        }

        @Override
        public void event(EventKind kind, long sender, long first, long count) {
            String what = kind.name().toLowerCase(Locale.ROOT) + ' ';
            if (kind == EventKind.LATE) {
                events.add(what + first + "+" + count);
            } else {
                lose(what, first, count);
            }
        }

        private void lose(String what, long first, long count) {
            events.add(what + first + "+" + count);
            LongStream.range(first, first + count).forEach(sequence -> {
                assertThat(lost.get((int) sequence)).isFalse();
                lost.set((int) sequence);
            });
        }
    }

    private final LongAdder allDropped = new LongAdder();
    private final LongAdder allSuperseded = new LongAdder();
    private final Out out = new Out();

    private LatestPerKey<Level> queue(int keys) {
        return new LatestPerKey<>(keys, new ByTank(), allDropped, allSuperseded);
    }

    private static void put(DeliveryQueue<Level> queue, String tank, long sequence) {
        queue.message(new Level(tank, sequence), 1, sequence, sequence * 2, sequence * 3);
    }

    @Test
    void keepsTheNewestOfEachKeyInThePlaceOfTheFirst() {
        LatestPerKey<Level> queue = queue(8);
        put(queue, "a", 1);
        put(queue, "b", 2);
        put(queue, "a", 3);
        put(queue, "c", 4);
        put(queue, "a", 5);
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly("a5", "b2", "c4");
        assertThat(queue.superseded()).isEqualTo(2);
        assertThat(allSuperseded.sum()).isEqualTo(2);
        assertThat(queue.dropped()).isZero();
        assertThat(queue.isEmpty()).isTrue();
        put(queue, "a", 6);
        queue.drain(out, () -> true);
        assertThat(out.events).endsWith("c4", "a6");
    }

    /** One tank changes all the time, the others each time before they have their turn. */
    @Test
    void givesEveryKeyItsTurn() {
        LatestPerKey<Level> queue = queue(64);
        long sequence = 0;
        for (int turn = 0; turn < 100; turn++) {
            for (int tank = 0; tank < 20; tank++) {
                put(queue, "tank" + tank, ++sequence);
                put(queue, "busy", ++sequence);
            }
            int[] wanted = {1};
            queue.drain(out, () -> wanted[0]-- > 0);
        }
        Map<String, Integer> turns = new HashMap<>();
        out.levels.forEach(level -> turns.merge(level.tank(), 1, Integer::sum));
        assertThat(turns).hasSize(21);
        assertThat(turns.values()).allMatch(count -> count == 4 || count == 5);
    }

    @Test
    void tellsOfLossesFirst() {
        LatestPerKey<Level> queue = queue(8);
        put(queue, "a", 1);
        queue.event(EventKind.MISSING, 1, 2, 3);
        put(queue, "a", 5);
        queue.event(EventKind.LATE, 1, 3, 1);
        assertThat(queue.isEmpty()).isFalse();
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly("missing 2+3", "late 3+1", "a5");
        queue.event(EventKind.MISSING, 1, 6, 1);
        assertThat(queue.isEmpty()).isFalse();
        queue.drain(out, () -> true);
        assertThat(out.events).endsWith("a5", "missing 6+1");
    }

    @Test
    void dropsWhatHasWaitedForLongestWhenTooManyKeysWait() {
        LatestPerKey<Level> queue = queue(2);
        put(queue, "a", 1);
        put(queue, "b", 2);
        put(queue, "c", 3);
        put(queue, "a", 4);
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly("dropped 1+2", "c3", "a4");
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(allDropped.sum()).isEqualTo(2);
        assertThat(queue.superseded()).isZero();
    }

    @Test
    void doesNotSearchForLongWhenKeysAreMadeToCollide() {
        LatestPerKey<Level> queue = new LatestPerKey<>(
                1000,
                new ByTank() {
                    @Override
                    public int keyHash(Level value) {
                        return 42;
                    }
                },
                allDropped,
                allSuperseded);
        for (int tank = 1; tank <= 100; tank++) {
            put(queue, "tank" + tank, tank);
        }
        queue.drain(out, () -> true);
        assertThat(out.levels).hasSize(64);
        assertThat(out.events.get(0)).isEqualTo("dropped 65+36");
        assertThat(queue.dropped()).isEqualTo(36);
    }

    @Test
    void doesNothingForAMessageWhoseKeyThrows() {
        LatestPerKey<Level> queue = queue(2);
        put(queue, "a", 1);
        put(queue, "b", 2);
        assertThatThrownBy(() -> put(queue, null, 3)).isInstanceOf(NullPointerException.class);
        queue.drain(out, () -> true);
        assertThat(out.events).containsExactly("a1", "b2");
    }

    /** Everything that came is delivered, told, or superseded by something later; nothing twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void accountsForEverySequence(int seed) {
        Random random = new Random(seed);
        int tanks = 1 + random.nextInt(60);
        LatestPerKey<Level> queue = queue(1 + random.nextInt(40));
        Map<Long, String> sent = new HashMap<>();
        long next = 1;
        for (int step = 0; step < 20_000; step++) {
            switch (random.nextInt(10)) {
                case 0 -> {
                    queue.event(EventKind.MISSING, 1, next, 2);
                    next += 2;
                }
                case 1, 2 -> {
                    int[] wanted = {random.nextInt(12)};
                    queue.drain(out, () -> wanted[0]-- > 0);
                }
                default -> {
                    String tank = "tank" + random.nextInt(tanks);
                    sent.put(next, tank);
                    put(queue, tank, next++);
                }
            }
        }
        queue.drain(out, () -> true);
        assertThat(queue.isEmpty()).isTrue();
        assertAccounted(queue, sent, next);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000})
    void passesMessagesBetweenThreads(int keys) throws InterruptedException {
        LatestPerKey<Level> queue = queue(keys);
        Map<Long, String> sent = new HashMap<>();
        long count = 100_000;
        Thread producer = new Thread(() -> {
            for (long sequence = 1; sequence <= count; sequence++) {
                String tank = "tank" + sequence * 7919 % 20;
                sent.put(sequence, tank);
                put(queue, tank, sequence);
            }
        });
        producer.start();
        while (producer.isAlive() || !queue.isEmpty()) {
            queue.drain(out, () -> true);
            Thread.onSpinWait();
        }
        producer.join();
        assertAccounted(queue, sent, count + 1);
    }

    private void assertAccounted(LatestPerKey<Level> queue, Map<Long, String> sent, long next) {
        Map<String, Long> latest = new HashMap<>();
        Map<Long, String> superseded = new HashMap<>(sent);
        for (Level level : out.levels) {
            if (superseded.remove(level.sequence()) == null
                    || level.sequence() <= latest.getOrDefault(level.tank(), 0L)) {
                throw new AssertionError(level + " behind " + latest.get(level.tank()));
            }
            latest.put(level.tank(), level.sequence());
        }
        long dropped = 0;
        for (long sequence : out.lost.stream().asLongStream().toArray()) {
            String tank = superseded.remove(sequence);
            if (tank != null) {
                dropped++;
                latest.merge(tank, sequence, Math::max);
            }
        }
        assertThat(dropped).isEqualTo(queue.dropped());
        assertThat(superseded).hasSize((int) queue.superseded());
        assertThat(out.levels.size() + out.lost.cardinality() + superseded.size())
                .isEqualTo((int) next - 1);
        assertThat(superseded.entrySet()).allMatch(each -> each.getKey() < latest.get(each.getValue()));
    }
}

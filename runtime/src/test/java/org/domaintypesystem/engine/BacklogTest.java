package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BacklogTest {
    private static final int SIZE = 1000;

    private final Backlog.Room room = new Backlog.Room(10 * SIZE, 15 * SIZE);
    private final Backlog backlog = new Backlog(room);

    private static HeldBack held(long first, long count) {
        byte[] bytes = new byte[SIZE - HeldBack.OVERHEAD];
        return new HeldBack(first, first + count, bytes, null, 0, new InetSocketAddress(1));
    }

    private static List<String> gaps(Backlog backlog, long from, long end) {
        List<String> gaps = new ArrayList<>();
        backlog.gaps(from, end, 7, (first, until, since) -> gaps.add(first + "-" + (until - 1) + "@" + since));
        return gaps;
    }

    @Test
    void knowsWhatIsMissingAndSinceWhen() {
        backlog.add(held(5, 2), 10);
        backlog.add(held(10, 1), 20);
        backlog.add(held(8, 1), 30);
        assertThat(gaps(backlog, 3, 14)).containsExactly("3-4@10", "7-7@20", "9-9@20", "11-13@7");
        assertThat(gaps(backlog, 6, 9)).containsExactly("7-7@20");
        backlog.add(HeldBack.gone(7, 8), 40);
        assertThat(gaps(backlog, 3, 11)).containsExactly("3-4@10", "9-9@20");
        assertThat(backlog.has(7)).isTrue();
        assertThat(backlog.has(9)).isFalse();
        assertThat(backlog.end()).isEqualTo(11);
    }

    @Test
    void givesInOrderWhatIsNext() {
        backlog.add(held(7, 1), 0);
        backlog.add(held(5, 2), 0);
        assertThat(backlog.take(3)).isNull();
        assertThat(backlog.take(4)).extracting(each -> each.first).isEqualTo(5L);
        assertThat(backlog.take(4)).as("what could not be read leaves a gap").isNull();
        assertThat(backlog.take(6)).extracting(each -> each.first).isEqualTo(7L);
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(room.used()).isZero();
    }

    @Test
    void leavesRoomForWhatFillsGaps() {
        long sequence = 10;
        while (backlog.hasRoom(sequence, SIZE - HeldBack.OVERHEAD)) {
            backlog.add(held(sequence, 1), 0);
            sequence += 2;
        }
        assertThat(room.used()).isEqualTo(7 * SIZE);
        for (long gap = 11; backlog.hasRoom(gap, SIZE - HeldBack.OVERHEAD); gap += 2) {
            backlog.add(held(gap, 1), 0);
        }
        assertThat(room.used()).isEqualTo(10 * SIZE);
        Backlog other = new Backlog(room);
        assertThat(other.hasRoom(1, SIZE - HeldBack.OVERHEAD)).isTrue();
        other.add(held(1, 1), 0);
        assertThat(other.hasRoom(2, SIZE - HeldBack.OVERHEAD))
                .as("three quarters of all")
                .isFalse();
        backlog.dropBehind(0);
        assertThat(room.used()).isEqualTo(SIZE);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Against a set of sequences, with batches that overlap. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithASet(int seed) {
        Random random = new Random(seed);
        Backlog any = new Backlog(new Backlog.Room(Long.MAX_VALUE, Long.MAX_VALUE));
        TreeSet<Long> there = new TreeSet<>();
        long last = 0;
        for (int i = 0; i < 300; i++) {
            long first = last + 2 + random.nextInt(100);
            if (random.nextInt(4) > 0) {
                if (!any.has(first)) {
                    HeldBack added = random.nextInt(5) == 0
                            ? HeldBack.gone(first, first + 1 + random.nextInt(10))
                            : held(first, 1 + random.nextInt(10));
                    any.add(added, 0);
                    LongStream.range(added.first, added.end).forEach(there::add);
                }
            } else {
                last += random.nextInt(30);
                for (HeldBack next = any.take(last); next != null; next = any.take(last)) {
                    last = Math.max(last, next.end - 1);
                }
                there.headSet(last, true).clear();
            }
            List<Long> missing = new ArrayList<>();
            long end = last + 1 + random.nextInt(150);
            any.gaps(last + 1, end, 0, (from, until, since) -> {
                LongStream.range(from, until).forEach(missing::add);
                return true;
            });
            List<Long> expected = LongStream.range(last + 1, end)
                    .filter(each -> !there.contains(each))
                    .boxed()
                    .toList();
            assertThat(missing).isEqualTo(expected);
            assertThat(any.has(end)).isEqualTo(there.contains(end));
        }
    }
}

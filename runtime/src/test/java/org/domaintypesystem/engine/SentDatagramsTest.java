package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentDatagramsTest {
    private record Sent(long number, long first, int count, int part, byte[] bytes, long at) {
        long last() {
            return first + count - 1;
        }
    }

    private final SentDatagrams datagrams = new SentDatagrams();
    private final List<Sent> model = new ArrayList<>();
    private long next = 1;
    private long now;

    private void add(int count, int part, int length, SplittableRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        model.add(new Sent(datagrams.end(), next, count, part, bytes, now));
        datagrams.add(next, count, part, bytes, length, now);
    }

    /** Keeps what it is given, whatever comes and goes, and finds it by its sequence. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isAsALoggedList(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int most = 1 + random.nextInt(2000);
        for (int round = 0; round < 3000; round++) {
            now += random.nextInt(100);
            if (random.nextInt(10) == 0) {
                int parts = 2 + random.nextInt(60);
                for (int part = 0; part < parts; part++) {
                    add(1, part, 8 + random.nextInt(1401), random);
                }
                next++;
            } else {
                int count = 1 + random.nextInt(40);
                add(count, -1, 8 + random.nextInt(1401), random);
                next += count;
            }
            int left = random.nextInt(50) == 0 ? random.nextInt(most) : most;
            while (model.size() > left) {
                long first = model.get(0).first();
                datagrams.dropOldest();
                model.removeIf(each -> each.first() == first);
            }
            if (round % 10 == 0) {
                compare(random);
            }
        }
    }

    private void compare(SplittableRandom random) {
        assertThat(datagrams.end() - datagrams.oldest()).isEqualTo(model.size());
        long bytes = 0;
        for (Sent each : model) {
            bytes += each.bytes().length + SentDatagrams.INDEX_BYTES;
            assertThat(datagrams.first(each.number())).isEqualTo(each.first());
            assertThat(datagrams.last(each.number())).isEqualTo(each.last());
            assertThat(datagrams.part(each.number())).isEqualTo(each.part());
            assertThat(datagrams.sentAt(each.number())).isEqualTo(each.at());
            int offset = datagrams.offset(each.number());
            assertThat(Arrays.copyOfRange(
                            datagrams.bytes(each.number()), offset, offset + datagrams.length(each.number())))
                    .isEqualTo(each.bytes());
        }
        assertThat(datagrams.bytes()).isEqualTo(bytes);
        long wanted = random.nextLong(next + 2);
        assertThat(datagrams.find(wanted))
                .isEqualTo(model.stream()
                        .filter(each -> each.last() >= wanted)
                        .mapToLong(Sent::number)
                        .findFirst()
                        .orElse(datagrams.end()));
    }

    /** What it takes follows what is there, up and down. */
    @Test
    void takesLittleMoreThanThereIs() {
        byte[] datagram = new byte[1000];
        for (int size : new int[] {10_000, 100, 5_000, 0, 1_000}) {
            for (int i = 0; i < 3 * 10_000; i++) {
                datagrams.add(next++, 1, -1, datagram, datagram.length, 0);
                while (datagrams.end() - datagrams.oldest() > size) {
                    datagrams.dropOldest();
                }
            }
            long there = size * 1000L;
            long index = size == 0 ? 0 : 10_000 * 2 * SentDatagrams.INDEX_BYTES;
            assertThat(datagrams.reserved()).isBetween(there, 2 * there + index + 4 * SentDatagrams.BLOCK);
        }
    }
}

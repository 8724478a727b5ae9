package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayWindowTest {
    @Test
    void takesEachNumberOnce() {
        ReplayWindow window = new ReplayWindow();
        for (long sequence : new long[] {1, 3, 2, 1024, 1025, 5000, 4999, 5000 - 1023, Long.MAX_VALUE}) {
            assertThat(window.isNew(sequence)).as("%d", sequence).isTrue();
            window.take(sequence);
            assertThat(window.isNew(sequence)).as("%d", sequence).isFalse();
        }
    }

    @Test
    void whatIsOlderThanTheWindowHasCome() {
        ReplayWindow window = new ReplayWindow();
        window.take(5000);
        assertThat(window.isNew(5000 - 1024)).isFalse();
        assertThat(window.isNew(5000 - 1023)).isTrue();
        window.take(3000);
        assertThat(window.isNew(3000 + 1024)).isTrue();
        assertThat(window.isNew(3000 + 2048)).isTrue();
        window.take(Long.MAX_VALUE);
        assertThat(window.isNew(1)).isFalse();
    }

    /** Compared with one that remembers everything. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithASet(long seed) {
        Random random = new Random(seed);
        ReplayWindow window = new ReplayWindow();
        Set<Long> come = new HashSet<>();
        long latest = 0;
        for (int i = 0; i < 50_000; i++) {
            long step = random.nextInt(20) == 0 ? random.nextInt(3000) : random.nextInt(5);
            long sequence = Math.max(1, latest + (random.nextBoolean() ? step : -random.nextInt(1400)));
            boolean isNew = sequence > latest - ReplayWindow.WIDTH && !come.contains(sequence);
            assertThat(window.isNew(sequence)).isEqualTo(isNew);
            if (isNew && random.nextInt(8) != 0) {
                window.take(sequence);
                come.add(sequence);
                latest = Math.max(latest, sequence);
            }
        }
    }
}

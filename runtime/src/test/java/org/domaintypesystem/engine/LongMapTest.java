package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongMapTest {
    /** Ranges of keys: many entries, and few with many removals, so that holes move. */
    @ParameterizedTest
    @ValueSource(ints = {3, 17, 1000, Integer.MAX_VALUE})
    void agreesWithAHashMap(int range) {
        Random random = new Random(range);
        Map<Long, String> model = new HashMap<>();
        LongMap<String> map = new LongMap<>(random.nextLong());
        for (int step = 0; step < 20_000; step++) {
            long key = random.nextInt(range) - 1L;
            switch (random.nextInt(3)) {
                case 0 -> {
                    model.put(key, "v" + step);
                    map.put(key, "v" + step);
                }
                case 1 -> {
                    model.remove(key);
                    map.remove(key);
                }
                default -> assertThat(map.get(key)).isEqualTo(model.get(key));
            }
            assertThat(map.size()).isEqualTo(model.size());
        }
        model.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
        List<String> values = new ArrayList<>();
        map.copy().forEach(values::add);
        assertThat(values).containsExactlyInAnyOrderElementsOf(model.values());
    }
}

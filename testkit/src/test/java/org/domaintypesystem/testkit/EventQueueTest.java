package org.domaintypesystem.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
    private record Numbered(long time, int number) implements Event, Comparable<Numbered> {
        @Override
        public void happen() {}

        @Override
        public boolean isBackground() {
            return number % 3 == 0;
        }

        @Override
        public int compareTo(Numbered other) {
            return time == other.time ? Integer.compare(number, other.number) : Long.compare(time, other.time);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 100_000})
    void keepsTheOrderOfTimesAndThenOfComing(int times) {
        Random random = new Random(times);
        EventQueue queue = new EventQueue();
        PriorityQueue<Numbered> model = new PriorityQueue<>();
        for (int i = 0; i < 20_000; i++) {
            if (model.isEmpty() || random.nextInt(5) > 1) {
                Numbered event = new Numbered(random.nextInt(times), i);
                queue.add(event.time, event);
                model.add(event);
            } else {
                assertThat(queue.nextTime()).isEqualTo(model.element().time);
                assertThat(queue.take()).isEqualTo(model.remove());
            }
            if (i % 100 == 0) {
                assertThat(queue.hasForeground()).isEqualTo(model.stream().anyMatch(each -> !each.isBackground()));
            }
        }
        while (!model.isEmpty()) {
            assertThat(queue.take()).isEqualTo(model.remove());
        }
        assertThat(queue.hasForeground()).isFalse();
        assertThat(queue.nextTime()).isEqualTo(Long.MAX_VALUE);
        assertThatIllegalStateException().isThrownBy(queue::take);
    }
}

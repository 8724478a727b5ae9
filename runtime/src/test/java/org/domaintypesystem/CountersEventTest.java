package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import jdk.jfr.Label;
import org.junit.jupiter.api.Test;

/** What JDK Flight Recorder is told of counters. */
class CountersEventTest {
    /** Whoever adds a counter adds it there, too. */
    @Test
    void hasAFieldForEachCounter() {
        Stream<Field> fields = Arrays.stream(CountersEvent.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Label.class))
                .filter(field -> field.getType() == long.class);
        // And whose they are.
        assertThat(fields).hasSize(counters(DtsCounters.class) + 1);
    }

    private static int counters(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .mapToInt(CountersEventTest::counters)
                        .sum()
                : 1;
    }
}

package org.domaintypesystem.benchmarks.codec;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether two values are equal to the last number, where records themselves compare arrays by identity. */
final class SameValue {
    private SameValue() {}

    static boolean are(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof List<?> list) {
            return other instanceof List<?> otherList
                    && list.size() == otherList.size()
                    && IntStream.range(0, list.size()).allMatch(i -> are(list.get(i), otherList.get(i)));
        }
        if (one.getClass() != other.getClass()) {
            return false;
        }
        if (one.getClass().isArray()) {
            return Array.getLength(one) == Array.getLength(other)
                    && IntStream.range(0, Array.getLength(one))
                            .allMatch(i -> are(Array.get(one, i), Array.get(other, i)));
        }
        return one.getClass().isRecord() ? haveSameComponents(one, other) : Objects.equals(one, other);
    }

    private static boolean haveSameComponents(Object one, Object other) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            try {
                if (!are(
                        component.getAccessor().invoke(one),
                        component.getAccessor().invoke(other))) {
                    return false;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return true;
    }
}

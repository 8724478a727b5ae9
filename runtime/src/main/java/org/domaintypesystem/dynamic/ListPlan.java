package org.domaintypesystem.dynamic;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code List(element)} is a {@link List} that cannot be changed. */
final class ListPlan extends PointerPlan {
    private final ElementPlan element;

    ListPlan(ElementPlan element) {
        this.element = element;
    }

    @Override
    @Nullable
    Object read(Reading reading, long struct, int pointerIndex) {
        reading.enter(false);
        List<?> values = element.readList(reading, struct, pointerIndex);
        reading.leave(false);
        return values;
    }

    @Override
    int write(Object value, byte[] out, int pointer, int end, int limit, int depth, String field) {
        return element.writeList((List<?>) value, out, pointer, end, limit, depth, field);
    }

    @Override
    Object accept(Object value, String field) {
        if (value instanceof List<?> list) {
            return element.acceptList(list, field);
        }
        if (value instanceof Collection<?> collection) {
            return element.acceptList(new ArrayList<>(collection), field);
        }
        if (value instanceof Map<?, ?> map && element instanceof StructPlan entry && entry.isEntry()) {
            return element.acceptList(new ArrayList<>(map.entrySet()), field);
        }
        if (value.getClass().isArray()) {
            return element.acceptList(listOf(value), field);
        }
        throw refusal(value, field);
    }

    private static List<?> listOf(Object array) {
        return new AbstractList<@Nullable Object>() {
            @Override
            public @Nullable Object get(int index) {
                return java.lang.reflect.Array.get(array, index);
            }

            @Override
            public int size() {
                return java.lang.reflect.Array.getLength(array);
            }
        };
    }

    @Override
    public String spelling() {
        return "List(" + element.spelling().replaceFirst(",.*", "") + "), a List or an array,";
    }
}

package org.domaintypesystem.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.domaintypesystem.codec.BytesView;
import org.domaintypesystem.processor.testing.JavaType.Use;

/** Compares what a view shows with a value, accessor by accessor. */
public final class ViewContent {
    private final String as;

    private ViewContent(String as) {
        this.as = as;
    }

    /**
     * Fails unless the view shows the value.
     *
     * @param as what a failure says of it
     */
    public static void compare(Object view, Class<?> type, Object value, String as) {
        new ViewContent(as).struct(view, JavaType.of(type), value);
    }

    private void struct(Object view, JavaType type, Object value) {
        if (type.isSealed()) {
            subtype(view, type, value);
            return;
        }
        for (Property property : type.properties()) {
            property(view, property.name(), property.type(), property.of(value), Use.PROPERTY);
        }
    }

    private void subtype(Object view, JavaType type, Object value) {
        JavaType subtype = type.subtypeOf(value);
        for (Class<?> permitted : type.raw().getPermittedSubclasses()) {
            assertThat(call(view, "is" + permitted.getSimpleName())).as(as).isEqualTo(permitted == subtype.raw());
        }
        String name = subtype.raw().getSimpleName();
        Object shown = call(view, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        if (subtype.isEnum()) {
            assertThat(call(shown, "value")).as(as).isEqualTo(value);
        } else {
            struct(shown, subtype, value);
        }
    }

    private void property(Object view, String name, JavaType type, Object value, Use use) {
        Object content = content(value);
        String presence = "has" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        if (type.isUnion(use) && has(view, presence)) {
            assertThat(call(view, presence)).as(as + ": " + presence).isEqualTo(content != null);
        }
        value(view, name, type, content);
    }

    /** Whether there is such a method, and no component that took its name. */
    private static boolean has(Object view, String method) {
        return Arrays.stream(view.getClass().getDeclaredMethods())
                .anyMatch(declared -> declared.getName().equals(method) && declared.getParameterCount() == 0);
    }

    /** What is in an optional; null if nothing is. */
    private static Object content(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return value;
    }

    private void value(Object view, String accessor, JavaType declared, Object value, Object... indexes) {
        JavaType type = declared.raw() == Optional.class ? declared.element() : declared;
        if (value == null) {
            return;
        }
        if (type.isMap()) {
            entries(view, accessor, type, (Map<?, ?>) value, indexes);
        } else if (type.isList()) {
            elements(view, accessor, type, ToolJson.elements(value), indexes);
        } else if (type.isSealed() || type.isObject()) {
            struct(call(view, accessor, indexes), type, value);
        } else {
            scalar(call(view, accessor, indexes), accessor, value);
        }
    }

    private void entries(Object view, String accessor, JavaType type, Map<?, ?> map, Object... indexes) {
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        for (int i = 0; entries.hasNext(); i++) {
            Map.Entry<?, ?> entry = entries.next();
            Object shown = call(view, accessor, with(indexes, i));
            property(shown, "key", type.arguments().get(0), entry.getKey(), Use.ENTRY);
            property(shown, "value", type.arguments().get(1), entry.getValue(), Use.ENTRY);
        }
    }

    private void elements(Object view, String accessor, JavaType type, List<?> elements, Object... indexes) {
        for (int i = 0; i < elements.size(); i++) {
            if (type.element().isWrappedInLists()) {
                Object shown = call(view, accessor, with(indexes, i));
                property(shown, "value", type.element(), elements.get(i), Use.ELEMENT);
            } else {
                value(view, accessor, type.element(), content(elements.get(i)), with(indexes, i));
            }
        }
    }

    private void scalar(Object shown, String accessor, Object value) {
        if (shown instanceof BytesView bytes) {
            byte[] copy = new byte[bytes.length()];
            bytes.copyTo(copy, 0);
            Object wire = wire(value);
            assertThat(wire instanceof byte[] ? Content.of(copy) : Content.of(bytes.toString()))
                    .as(as + ": " + accessor)
                    .isEqualTo(Content.of(wire));
        } else {
            assertThat(Content.of(shown)).as(as + ": " + accessor).isEqualTo(Content.of(value));
        }
    }

    private static Object wire(Object value) {
        return value instanceof ByteBuffer buffer
                ? Content.bytes(buffer)
                : StandardTypes.findFor(value)
                        .map(standard -> standard.wire().apply(value))
                        .orElse(value);
    }

    private static Object[] with(Object[] indexes, int index) {
        return IntStream.rangeClosed(0, indexes.length)
                .mapToObj(i -> i < indexes.length ? indexes[i] : index)
                .toArray();
    }

    private static Object call(Object view, String accessor, Object... indexes) {
        Class<?>[] types =
                IntStream.range(0, indexes.length).mapToObj(i -> int.class).toArray(Class[]::new);
        try {
            Method method = view.getClass().getMethod(accessor, types);
            method.setAccessible(true);
            return method.invoke(view, indexes);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(view.getClass() + "." + accessor, e);
        }
    }
}

package org.domaintypesystem.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.domaintypesystem.codec.BytesView;
import org.domaintypesystem.codec.View;

/** Compares what a view shows with what the codec made of the same bytes. */
final class ViewContent {
    private ViewContent() {}

    /** Fails at the first accessor that shows something else than the value holds. */
    static void compare(Object view, Object value) {
        Class<?> type = value.getClass();
        Method isType = find(view, "is" + type.getSimpleName());
        if (isType != null && find(view, "tag") != null) {
            if (!isUnknown(view)) {
                assertThat(call(view, isType.getName())).isEqualTo(true);
                compare(call(view, lowerCamel(type.getSimpleName())), value);
            }
        } else if (value instanceof Enum<?>) {
            assertThat(call(view, "value")).isEqualTo(value);
        } else {
            fields(type).forEach(field -> property(view, field.getName(), get(field, value)));
        }
    }

    /** A subtype that this version does not know is one of those to the codec, and none of them to the view. */
    private static boolean isUnknown(Object view) {
        return Stream.of(view.getClass().getDeclaredMethods())
                .filter(method -> method.getName().startsWith("is"))
                .noneMatch(method -> (boolean) call(view, method.getName()));
    }

    private static void property(Object view, String name, Object value, Object... indexes) {
        Object content = present(value);
        Object items = content instanceof Map<?, ?> map ? List.copyOf(map.entrySet()) : content;
        Method presence =
                find(view, "has" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
        if (presence != null && indexes.length == 0) {
            // Where null is not allowed, what is absent reads as empty.
            boolean isNumber = (content instanceof Number && !(content instanceof java.math.BigDecimal))
                    || content instanceof Boolean
                    || content instanceof Enum<?>;
            assertThat((boolean) call(view, presence.getName()))
                    .as(presence.getName())
                    .matches(isThere -> isNumber ? isThere : content != null || !isThere);
        }
        if (content == null) {
            if (presence == null && indexes.length == 0) {
                Object shown = call(view, name);
                assertThat(shown instanceof BytesView bytes ? bytes.isAbsent() : shown == null)
                        .as(name)
                        .isTrue();
            }
        } else if (items instanceof Collection<?> || (items.getClass().isArray() && !(items instanceof byte[]))) {
            Object[] elements = items instanceof Collection<?> collection ? collection.toArray() : array(items);
            assertThat(call(view, name + "Size", indexes)).as(name).isEqualTo(elements.length);
            for (int i = 0; i < elements.length; i++) {
                property(view, name, elements[i], with(indexes, i));
            }
        } else {
            Object shown = call(view, name, indexes);
            boolean isAbsent = presence != null && indexes.length == 0 && !(boolean) call(view, presence.getName());
            if (!(shown == null && isAbsent)) {
                same(shown, content, name);
            }
        }
    }

    private static void same(Object shown, Object content, String name) {
        if (shown instanceof BytesView bytes) {
            byte[] copy = new byte[bytes.length()];
            bytes.copyTo(copy, 0);
            if (content instanceof byte[] expected) {
                assertThat(copy).as(name).isEqualTo(expected);
            } else if (content instanceof String) {
                assertThat(bytes.toString()).as(name).isEqualTo(content);
            }
        } else if (shown instanceof View<?> && content instanceof Map.Entry<?, ?> entry) {
            property(shown, "key", entry.getKey());
            property(shown, "value", entry.getValue());
        } else if (shown instanceof View<?>) {
            boolean isWrapper = find(shown, "value") != null
                    && (content.getClass().getName().startsWith("java.")
                            || fields(content.getClass())
                                    .noneMatch(field -> field.getName().equals("value")));
            if (isWrapper) {
                property(shown, "value", content);
            } else {
                compare(shown, content);
            }
        } else {
            assertThat(shown).as(name).isEqualTo(content);
        }
    }

    private static Object present(Object value) {
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

    private static Object[] array(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(i -> Array.get(array, i))
                .toArray();
    }

    private static Object[] with(Object[] indexes, int index) {
        return Stream.concat(Stream.of(indexes), Stream.of(index)).toArray();
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
    }

    private static Object get(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Method find(Object view, String name) {
        return Stream.of(view.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && Modifier.isPublic(method.getModifiers()))
                .findFirst()
                .orElse(null);
    }

    private static Object call(Object view, String name, Object... indexes) {
        try {
            Method method = view.getClass()
                    .getDeclaredMethod(
                            name, Stream.of(indexes).map(i -> int.class).toArray(Class[]::new));
            method.setAccessible(true);
            return method.invoke(view, indexes);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(view.getClass().getSimpleName() + "." + name, e);
        }
    }

    private static String lowerCamel(String name) {
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }
}

package org.domaintypesystem.processor.testing;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a value holds, everything down to the last bit, in a form that can be compared. */
public final class Content {
    private Content() {}

    /** Nulls and the contents of arrays included. */
    public static String of(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Content::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Content::of).toString();
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> of(Array.get(value, i)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof ByteBuffer buffer) {
            return of(bytes(buffer));
        }
        JavaType type = JavaType.of(value.getClass());
        return type.isObject() && !isConstant(value) ? object(type, value) : scalar(value);
    }

    private static String map(Map<?, ?> map) {
        Stream<String> entries = map.entrySet().stream().map(entry -> of(entry.getKey()) + "->" + of(entry.getValue()));
        return (map instanceof ConcurrentMap ? entries.sorted() : entries).collect(Collectors.joining(", ", "{", "}"));
    }

    /** Also true of constants that have a class of their own. */
    private static boolean isConstant(Object value) {
        return value instanceof Enum<?>;
    }

    private static String object(JavaType type, Object value) {
        return JavaType.propertiesOf(value.getClass()).stream()
                .map(property -> property.name() + "=" + of(property.of(value)))
                .collect(Collectors.joining(", ", type.raw().getSimpleName() + "(", ")"));
    }

    private static String scalar(Object value) {
        if (value instanceof Double number) {
            return "double " + Double.doubleToLongBits(number);
        }
        if (value instanceof Float number) {
            return "float " + Float.floatToIntBits(number);
        }
        if (value instanceof Date date) {
            return "date " + date.getTime();
        }
        if (value instanceof TimeZone zone) {
            return "zone " + zone.getID();
        }
        return value instanceof Character c ? "char " + (int) c : "'" + value + "'";
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }
}

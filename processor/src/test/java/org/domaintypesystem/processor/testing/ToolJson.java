package org.domaintypesystem.processor.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.domaintypesystem.processor.testing.JavaType.Use;

/** Values as the reference implementation prints them as JSON: absent pointers left out, 64-bit numbers as text. */
public final class ToolJson {
    private ToolJson() {}

    /** A whole message. */
    public static JsonElement of(Object value) {
        return of(JavaType.of(value.getClass()), value);
    }

    /** As {@link #of(Object)}, for a value whose class is not its type. */
    public static JsonElement of(Class<?> type, Object value) {
        return of(JavaType.of(type), value);
    }

    private static JsonElement of(JavaType type, Object value) {
        if (value instanceof Optional<?> optional) {
            return of(type.element(), optional.orElseThrow());
        }
        if (type.isOptional()) {
            return scalar(number(value), type.isUnsigned());
        }
        if (type.isMap()) {
            return entries(type, (Map<?, ?>) value);
        }
        if (type.isList()) {
            return list(type, value);
        }
        if (type.isSealed()) {
            return subtype(type, value);
        }
        if (type.isEnum()) {
            return constant((Enum<?>) value);
        }
        return type.isObject() ? object(type, value) : scalar(value, type.isUnsigned());
    }

    private static JsonElement object(JavaType type, Object value) {
        JsonObject object = new JsonObject();
        for (Property property : type.properties()) {
            add(object, property.name(), property.type(), Use.PROPERTY, property.of(value));
        }
        return object;
    }

    private static void add(JsonObject object, String name, JavaType type, Use use, Object content) {
        if (type.isUnion(use)) {
            JsonObject union = new JsonObject();
            union.add(isAbsent(content) ? "none" : "some", isAbsent(content) ? JsonNull.INSTANCE : of(type, content));
            object.add(name, union);
        } else if (!isAbsent(content)) {
            object.add(name, of(type, content));
        }
    }

    private static boolean isAbsent(Object value) {
        return value == null || value instanceof Optional<?> optional && optional.isEmpty() || number(value) == null;
    }

    /** What is in an optional number, null if nothing is; other values are themselves. */
    private static Object number(Object value) {
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

    private static JsonElement entries(JavaType type, Map<?, ?> map) {
        JsonArray entries = new JsonArray();
        map.forEach((key, value) -> {
            JsonObject entry = new JsonObject();
            add(entry, "key", type.arguments().get(0), Use.ENTRY, key);
            add(entry, "value", type.arguments().get(1), Use.ENTRY, value);
            entries.add(entry);
        });
        return entries;
    }

    private static JsonElement list(JavaType type, Object value) {
        JsonArray list = new JsonArray();
        for (Object element : elements(value)) {
            if (type.element().isWrappedInLists()) {
                JsonObject wrapper = new JsonObject();
                add(wrapper, "value", type.element(), Use.ELEMENT, element);
                list.add(wrapper);
            } else {
                list.add(of(type.element(), element));
            }
        }
        return list;
    }

    /** The elements of a collection or an array. */
    public static List<?> elements(Object value) {
        return value instanceof Collection<?> collection
                ? Arrays.asList(collection.toArray())
                : IntStream.range(0, Array.getLength(value))
                        .mapToObj(i -> Array.get(value, i))
                        .collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    private static JsonElement subtype(JavaType type, Object value) {
        JavaType subtype = type.subtypeOf(value);
        JsonElement content = of(subtype, value);
        if (subtype.isEnum()) {
            JsonObject wrapper = new JsonObject();
            wrapper.add("value", content);
            content = wrapper;
        }
        JsonObject union = new JsonObject();
        String name = subtype.raw().getSimpleName();
        union.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), content);
        return union;
    }

    private static JsonElement constant(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        return new JsonPrimitive(words[0]
                + IntStream.range(1, words.length)
                        .mapToObj(i -> words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1))
                        .collect(Collectors.joining()));
    }

    static JsonElement scalar(Object value, boolean isUnsigned) {
        Optional<StandardTypes.Standard> standard = StandardTypes.findFor(value);
        if (standard.isPresent()) {
            return wire(standard.get().wire().apply(value));
        }
        if (value instanceof ByteBuffer buffer) {
            return bytes(Content.bytes(buffer));
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof Boolean bool) {
            return new JsonPrimitive(bool);
        }
        if (value instanceof Float number) {
            return floating(number, Float.toString(number));
        }
        if (value instanceof Double number) {
            return floating(number, Double.toString(number));
        }
        if (value instanceof Long number) {
            return new JsonPrimitive(isUnsigned ? Long.toUnsignedString(number) : number.toString());
        }
        if (value instanceof String text) {
            return new JsonPrimitive(text);
        }
        if (value instanceof Character c) {
            return new JsonPrimitive((int) c);
        }
        return new JsonPrimitive(isUnsigned ? unsigned((Number) value) : (Number) value);
    }

    private static Number unsigned(Number value) {
        int bits = value instanceof Byte ? Byte.SIZE : value instanceof Short ? Short.SIZE : Integer.SIZE;
        return value.longValue() & (1L << bits) - 1;
    }

    private static JsonElement wire(Object wire) {
        if (wire instanceof Map<?, ?> fields) {
            JsonObject object = new JsonObject();
            fields.forEach((name, content) -> object.add((String) name, wire(content)));
            return object;
        }
        return scalar(wire, false);
    }

    private static JsonElement bytes(byte[] bytes) {
        JsonArray array = new JsonArray();
        for (byte b : bytes) {
            array.add(b & 0xFF);
        }
        return array;
    }

    private static JsonElement floating(double number, String text) {
        return Double.isFinite(number) ? new JsonPrimitive(number) : new JsonPrimitive(text);
    }
}

package org.domaintypesystem.processor.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a value holds, in forms that can be compared. */
public final class Content {
    private Content() {}

    /** Everything down to the last bit, nulls and the contents of arrays included. */
    public static String of(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Record) {
            return fields(value).stream()
                    .map(field -> field.getName() + "=" + of(get(value, field)))
                    .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "(", ")"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Content::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> of(Array.get(value, i)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Double number) {
            return "double " + Double.doubleToLongBits(number);
        }
        if (value instanceof Float number) {
            return "float " + Float.floatToIntBits(number);
        }
        return value instanceof Character c ? "char " + (int) c : "'" + value + "'";
    }

    /** As the reference implementation prints it as JSON: absent fields left out, 64-bit numbers as text. */
    public static JsonElement json(Object value) {
        if (value instanceof Record) {
            JsonObject object = new JsonObject();
            for (RecordComponent field : fields(value)) {
                Object content = get(value, field);
                if (content != null) {
                    object.add(field.getName(), json(content));
                }
            }
            return object;
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(json(element)));
            return array;
        }
        if (value.getClass().isArray()) {
            JsonArray array = new JsonArray();
            boolean bytes = value instanceof byte[];
            for (int i = 0; i < Array.getLength(value); i++) {
                Object element = Array.get(value, i);
                array.add(json(bytes ? (int) ((Byte) element & 0xFF) : element));
            }
            return array;
        }
        return scalar(value);
    }

    private static JsonElement scalar(Object value) {
        if (value instanceof Boolean bool) {
            return new JsonPrimitive(bool);
        }
        if (value instanceof Float number) {
            return floating(number, Float.toString(number));
        }
        if (value instanceof Double number) {
            return floating(number, Double.toString(number));
        }
        if (value instanceof Long || value instanceof String) {
            return new JsonPrimitive(value.toString());
        }
        if (value instanceof Instant instant) {
            return new JsonPrimitive(BigInteger.valueOf(instant.getEpochSecond())
                    .multiply(BigInteger.valueOf(1_000_000_000))
                    .add(BigInteger.valueOf(instant.getNano()))
                    .toString());
        }
        if (value instanceof Enum<?> constant) {
            String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
            return new JsonPrimitive(words[0]
                    + IntStream.range(1, words.length)
                            .mapToObj(i -> words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1))
                            .collect(Collectors.joining()));
        }
        return value instanceof Character c ? new JsonPrimitive((int) c) : new JsonPrimitive((Number) value);
    }

    private static JsonElement floating(double number, String text) {
        return Double.isFinite(number) ? new JsonPrimitive(number) : new JsonPrimitive(text);
    }

    private static List<RecordComponent> fields(Object record) {
        return List.of(record.getClass().getRecordComponents());
    }

    private static Object get(Object record, RecordComponent field) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

package org.domaintypesystem.processor.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random values of records, with null, empty and extreme ones more often than chance would have it. */
public final class RandomValues {
    private static final int LONG_LIST = 40;

    private final Random random;
    private final boolean forText;

    private RandomValues(long seed, boolean forText) {
        this.random = new Random(seed);
        this.forText = forText;
    }

    /** All values that messages can carry. */
    public static RandomValues of(long seed) {
        return new RandomValues(seed, false);
    }

    /**
     * Values that go round through the tool's textual forms: these do not tell null from empty inside of lists, and the
     * tool miscounts brackets inside of quotes.
     */
    public static RandomValues forText(long seed) {
        return new RandomValues(seed, true);
    }

    public Object value(Type type) {
        return value(type, 0);
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0], depth);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isArray()) {
            return array(raw.getComponentType());
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        if (raw.isRecord()) {
            return record(raw, depth);
        }
        return scalar(raw);
    }

    private Object record(Class<?> type, int depth) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Type[] parameters = constructor.getGenericParameterTypes();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    canBeNull(parameters[i]) && random.nextInt(4 + depth) >= 3 ? null : value(parameters[i], depth + 1);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean canBeNull(Type type) {
        return !(type instanceof Class<?> raw && (raw.isPrimitive() || raw.isEnum() || raw == Instant.class));
    }

    private List<Object> list(Type element, int depth) {
        boolean elementCanBeNull = !forText
                && (element instanceof ParameterizedType || element == String.class || ((Class<?>) element).isArray());
        List<Object> values = new ArrayList<>();
        for (int i = length(depth); i > 0; i--) {
            values.add(elementCanBeNull && random.nextInt(5) == 0 ? null : value(element, depth + 1));
        }
        return values;
    }

    private Object array(Class<?> component) {
        Object array = Array.newInstance(component, length(0));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, scalar(component));
        }
        return array;
    }

    private int length(int depth) {
        if (depth > 2) {
            return random.nextInt(2);
        }
        return random.nextInt(8) == 0 ? random.nextInt(LONG_LIST) : random.nextInt(4);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == Instant.class) {
            long nanos = (Long) scalar(long.class);
            return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == float.class || type == Float.class) {
            return pick(
                    0f,
                    -0f,
                    1.5f,
                    Float.NaN,
                    Float.MIN_VALUE,
                    -Float.MAX_VALUE,
                    Float.NEGATIVE_INFINITY,
                    random.nextFloat());
        }
        if (type == double.class || type == Double.class) {
            return pick(
                    0d,
                    -0d,
                    1.5,
                    Double.NaN,
                    Double.MIN_VALUE,
                    -Double.MAX_VALUE,
                    Double.POSITIVE_INFINITY,
                    random.nextDouble());
        }
        long bits = pick(0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong(), random.nextLong());
        if (type == long.class || type == Long.class) {
            return bits;
        }
        if (type == int.class || type == Integer.class) {
            return pick(Integer.MIN_VALUE, Integer.MAX_VALUE, (int) bits);
        }
        if (type == char.class || type == Character.class) {
            return pick('\0', '\uFFFF', (char) bits);
        }
        if (type == short.class || type == Short.class) {
            return pick(Short.MIN_VALUE, Short.MAX_VALUE, (short) bits);
        }
        return pick(Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) bits);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 200 : 12); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(12)) {
                        case 0 -> random.nextInt(0x80, 0x800);
                        case 1 -> random.nextInt(0x800, 0xD800);
                        case 2 -> random.nextInt(0x1_0000, 0x11_0000);
                        default -> random.nextInt(' ', 0x7F);
                    });
        }
        return forText ? text.toString().replaceAll("[\\[\\](){}\"'#]", "_") : text.toString();
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}

package org.domaintypesystem.processor.testing;

import static org.domaintypesystem.processor.testing.StandardTypes.number;
import static org.domaintypesystem.processor.testing.StandardTypes.pick;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.domaintypesystem.processor.testing.JavaType.Use;

/** Random values of types, with null, empty and extreme ones more often than chance would have it. */
public final class RandomValues {
    private static final int LONG_LIST = 40;
    /** What the tool miscounts inside of quotes. */
    private static final String TROUBLE = "[](){}\"'#";

    private static final int MAX_DEPTH = 12;

    private final Random random;
    private final boolean forText;
    /** How many values there may be: when it is used up, everything is null or empty that can be. */
    private int budget;

    private RandomValues(long seed, boolean forText) {
        this.random = new Random(seed);
        this.forText = forText;
        this.budget = random.nextInt(forText ? 60 : 600);
    }

    /** All values that messages can carry. */
    public static RandomValues of(long seed) {
        return new RandomValues(seed, false);
    }

    /**
     * Values that go round through the tool's textual forms: these do not tell null from empty inside of lists, the tool
     * miscounts brackets inside of quotes, and prints a negative zero as -0, which it reads as an integer.
     */
    public static RandomValues forText(long seed) {
        return new RandomValues(seed, true);
    }

    public Object value(Class<?> type) {
        return value(JavaType.of(type), Use.PROPERTY, 0);
    }

    private Object value(JavaType type, Use use, int depth) {
        if (depth > 0 && type.canBeNull(use) && isNull(type, use, depth)) {
            return null;
        }
        budget--;
        Class<?> raw = type.raw();
        if (type.isOptional()) {
            return optional(type, use, depth);
        }
        if (type.isMap()) {
            return map(type, depth);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return collection(type, depth);
        }
        if (raw.isArray()) {
            return array(type, depth);
        }
        if (type.isEnum()) {
            return pick(random, raw.getEnumConstants());
        }
        if (type.isSealed()) {
            return there(JavaType.of(pick(random, raw.getPermittedSubclasses())), Use.PROPERTY, depth);
        }
        return type.isObject() ? object(type, depth + 1) : scalar(raw);
    }

    private boolean isNull(JavaType type, Use use, int depth) {
        return !mustBe(type, use) && (isUsedUp(depth) || random.nextInt(4 + depth) >= 3);
    }

    /** Null pointers in lists are empty for the tool. */
    private boolean mustBe(JavaType type, Use use) {
        return forText && use == Use.ELEMENT && !type.isWrappedInLists();
    }

    private boolean isUsedUp(int depth) {
        return budget <= 0 || depth > MAX_DEPTH;
    }

    private Object object(JavaType type, int depth) {
        List<Object> arguments = new ArrayList<>();
        for (Property property : type.properties()) {
            arguments.add(value(property.type(), Use.PROPERTY, depth));
        }
        Constructor<?> constructor = type.raw().getDeclaredConstructors()[0];
        try {
            return constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object optional(JavaType type, Use use, int depth) {
        boolean isEmpty = !mustBe(type, use) && (isUsedUp(depth) || random.nextInt(3) == 0);
        if (type.raw() == OptionalInt.class) {
            return isEmpty ? OptionalInt.empty() : OptionalInt.of((Integer) scalar(int.class));
        }
        if (type.raw() == OptionalLong.class) {
            return isEmpty ? OptionalLong.empty() : OptionalLong.of((Long) scalar(long.class));
        }
        if (type.raw() == OptionalDouble.class) {
            return isEmpty ? OptionalDouble.empty() : OptionalDouble.of((Double) scalar(double.class));
        }
        return isEmpty ? Optional.empty() : Optional.of(there(type.element(), Use.PROPERTY, depth));
    }

    /** A value that is not null, whatever its type says. */
    private Object there(JavaType type, Use use, int depth) {
        return value(new JavaType(type.raw(), type.arguments(), false, true, type.isUnsigned()), use, depth);
    }

    private Collection<Object> collection(JavaType type, int depth) {
        Class<?> raw = type.raw();
        if (SortedSet.class.isAssignableFrom(raw)) {
            return fill(new TreeSet<>(), type, depth);
        }
        if (Set.class.isAssignableFrom(raw)) {
            return fill(new LinkedHashSet<>(), type, depth);
        }
        if (raw == LinkedList.class) {
            return fill(new LinkedList<>(), type, depth);
        }
        if (raw == ArrayList.class) {
            return fill(new ArrayList<>(), type, depth);
        }
        if (raw != List.class && raw != Collection.class) {
            return fill(new ArrayDeque<>(), type, depth);
        }
        return fill(random.nextInt(5) == 0 ? new LinkedList<>() : new ArrayList<>(), type, depth);
    }

    private Collection<Object> fill(Collection<Object> values, JavaType type, int depth) {
        boolean takesNull = !(values instanceof SortedSet || values instanceof ArrayDeque);
        for (int i = length(depth); i > 0; i--) {
            values.add(
                    takesNull
                            ? value(type.element(), Use.ELEMENT, depth + 1)
                            : there(type.element(), Use.ELEMENT, depth + 1));
        }
        return values;
    }

    private Map<Object, Object> map(JavaType type, int depth) {
        boolean isConcurrent = ConcurrentMap.class.isAssignableFrom(type.raw());
        boolean isSorted = SortedMap.class.isAssignableFrom(type.raw());
        Map<Object, Object> map =
                isConcurrent ? new ConcurrentHashMap<>() : isSorted ? new TreeMap<>() : new LinkedHashMap<>();
        JavaType keys = type.arguments().get(0);
        JavaType values = type.arguments().get(1);
        for (int i = length(depth); i > 0; i--) {
            map.put(
                    isConcurrent || isSorted ? there(keys, Use.ENTRY, depth + 1) : value(keys, Use.ENTRY, depth + 1),
                    isConcurrent ? there(values, Use.ENTRY, depth + 1) : value(values, Use.ENTRY, depth + 1));
        }
        return map;
    }

    private Object array(JavaType type, int depth) {
        JavaType component = type.element();
        Object array = Array.newInstance(component.raw(), length(depth));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, value(component, Use.ELEMENT, depth + 1));
        }
        return array;
    }

    private int length(int depth) {
        if (isUsedUp(depth)) {
            return 0;
        }
        if (depth > 3) {
            return random.nextInt(2);
        }
        return random.nextInt(8) == 0 ? random.nextInt(LONG_LIST) : random.nextInt(4);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == ByteBuffer.class) {
            return buffer();
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == float.class || type == Float.class) {
            return pick(
                    random,
                    0f,
                    forText ? 0f : -0f,
                    1.5f,
                    Float.NaN,
                    Float.MIN_VALUE,
                    -Float.MAX_VALUE,
                    Float.NEGATIVE_INFINITY,
                    random.nextFloat());
        }
        if (type == double.class || type == Double.class) {
            return pick(
                    random,
                    0d,
                    forText ? 0d : -0d,
                    1.5,
                    Double.NaN,
                    Double.MIN_VALUE,
                    -Double.MAX_VALUE,
                    Double.POSITIVE_INFINITY,
                    random.nextDouble());
        }
        return StandardTypes.find(type)
                .map(standard -> Stream.generate(() -> standard.random().apply(random))
                        .filter(value -> !forText || isForText(standard.wire().apply(value)))
                        .findFirst()
                        .orElseThrow())
                .orElseGet(() -> integer(type));
    }

    private static boolean isForText(Object wire) {
        if (wire instanceof Map<?, ?> fields) {
            return fields.values().stream().allMatch(RandomValues::isForText);
        }
        if (wire instanceof byte[] bytes) {
            for (byte b : bytes) {
                if (TROUBLE.indexOf(b) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private byte forText(byte b) {
        return forText && TROUBLE.indexOf(b) >= 0 ? (byte) '_' : b;
    }

    private Object integer(Class<?> type) {
        long bits = number(random);
        if (type == long.class || type == Long.class) {
            return bits;
        }
        if (type == int.class || type == Integer.class) {
            return pick(random, Integer.MIN_VALUE, Integer.MAX_VALUE, (int) bits);
        }
        if (type == char.class || type == Character.class) {
            return pick(random, '\0', '\uFFFF', (char) bits);
        }
        if (type == short.class || type == Short.class) {
            return pick(random, Short.MIN_VALUE, Short.MAX_VALUE, (short) bits);
        }
        if (type == byte.class || type == Byte.class) {
            return forText(pick(random, Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) bits));
        }
        throw new AssertionError("no values of " + type);
    }

    /** Bytes in the middle of a buffer, which may be a direct one. */
    private ByteBuffer buffer() {
        byte[] bytes = new byte[random.nextInt(12)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) scalar(byte.class);
        }
        int before = random.nextInt(3);
        int capacity = before + bytes.length + random.nextInt(3);
        ByteBuffer buffer = random.nextBoolean() ? ByteBuffer.allocateDirect(capacity) : ByteBuffer.allocate(capacity);
        return buffer.position(before).put(bytes).flip().position(before);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(10) == 0 && !forText ? 200 : 12); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(12)) {
                        case 0 -> random.nextInt(0x80, 0x800);
                        case 1 -> random.nextInt(0x800, 0xD800);
                        case 2 -> random.nextInt(0x1_0000, 0x11_0000);
                        default -> random.nextInt(' ', 0x7F);
                    });
        }
        return forText ? text.toString().replaceAll("[" + Pattern.quote(TROUBLE) + "]", "_") : text.toString();
    }
}

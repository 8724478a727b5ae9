package org.domaintypesystem.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.Codec;

/** Sends objects to oneself. */
public final class RoundTrip {
    private RoundTrip() {}

    /**
     * Sends what the static method {@code examples()} of a class returns: objects that have to come back as they were, or
     * entries of an object and what has to come back of it.
     */
    public static void ofExamples(Compiled compiled, String holder) {
        List<?> examples = examples(compiled.load(holder));
        assertThat(examples).isNotEmpty();
        for (Object example : examples) {
            Object sent = example instanceof Map.Entry<?, ?> pair ? pair.getKey() : example;
            Object expected = example instanceof Map.Entry<?, ?> pair ? pair.getValue() : example;
            assertThat(of(compiled, sent))
                    .isExactlyInstanceOf(expected.getClass())
                    .usingRecursiveComparison()
                    .isEqualTo(expected);
        }
    }

    /** What comes back of a value. */
    public static Object of(Compiled compiled, Object value) {
        Codec<Object> codec = compiled.codecOf(value.getClass());
        byte[] message = new byte[1 << 16];
        int length = codec.encode(value, message, 0, message.length);
        return codec.decode(message, 0, length);
    }

    private static List<?> examples(Class<?> holder) {
        try {
            Method method = holder.getDeclaredMethod("examples");
            method.setAccessible(true);
            return new ArrayList<>((List<?>) method.invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

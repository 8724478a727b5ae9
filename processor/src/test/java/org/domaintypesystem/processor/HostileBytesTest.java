package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bytes that nobody meant: they are a value or a {@link DecodeException}, soon, and nothing else. */
class HostileBytesTest {
    private static final long SEED = 5387;
    private static final int ROUNDS = 200;

    private static RandomTypes types;
    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        types = RandomTypes.of(SEED, 3, 20);
        compiled = Compiled.strictly(types.sources());
    }

    @Test
    void mutatedMessagesAreValuesOrRefused() throws ReflectiveOperationException {
        Random random = new Random(SEED);
        int refused = 0;
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            View<?> view =
                    (View<?>) compiled.load(name + "View").getConstructor().newInstance();
            for (int i = 0; i < ROUNDS; i++) {
                byte[] message = encode(codec, RandomValues.of(i).value(type));
                mutate(message, random);
                refused += decodes(codec, message) ? 0 : 1;
                readEverything(view, message);
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS);
    }

    @Test
    void everyTruncationIsRefused() {
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            byte[] message = encode(codec, RandomValues.of(1).value(type));
            for (int length = 0; length < message.length; length++) {
                byte[] truncated = Arrays.copyOf(message, length);
                assertThatThrownBy(() -> codec.decode(truncated, 0, truncated.length))
                        .as("%s cut to %d of %d bytes", name, truncated.length, message.length)
                        .isInstanceOf(DecodeException.class);
            }
        }
    }

    /** Lists whose elements all lead to one long list: read naively, a few kilobytes become gigabytes. */
    @Test
    void pointersToOneAndTheSamePlaceDoNotMultiply() {
        Compiled bomb = Compiled.strictly(Map.of("Bomb", """
                import java.util.List;
                import org.domaintypesystem.annotation.DtsType;

                @DtsType
                public record Bomb(List<List<List<List<String>>>> texts) {}
                """));
        int fanOut = 200;
        byte[] message = new byte[8 + 8 + 8 + 4 * fanOut * 8 + 8];
        int end = WireWriter.struct(message, 8, 16, 0, 1, message.length);
        int pointer = 16;
        for (int level = 0; level < 4; level++) {
            int list = end;
            end = WireWriter.list(message, pointer, list, 6, fanOut, message.length);
            for (int i = 1; i < fanOut; i++) {
                int next = end;
                if (level < 3) {
                    WireWriter.list(message, list + i * 8, next, 6, fanOut, message.length);
                } else {
                    WireWriter.text(message, list + i * 8, "x", next, message.length, "x");
                }
            }
            pointer = list;
        }
        WireWriter.text(message, pointer, "x", end, message.length, "x");
        WireWriter.int64(message, 0, (long) (message.length - 8) / 8 << 32);
        Codec<Object> codec = bomb.codecOf(bomb.load("Bomb"));
        assertThatThrownBy(() -> codec.decode(message, 0, message.length))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("again and again");
    }

    /** A list of structs without fields takes no bytes, so its number is all that there is. */
    @Test
    void listsOfNothingAreBounded() throws ReflectiveOperationException {
        Compiled compiled = Compiled.strictly(Map.of("Crowd", """
                import java.util.List;
                import org.domaintypesystem.annotation.*;

                @DtsType
                public record Crowd(List<Nobody> people) {
                    @DtsValue
                    public record Nobody() {}
                }
                """));
        byte[] message = new byte[40];
        int end = WireWriter.struct(message, 8, 16, 0, 1, message.length);
        WireWriter.structList(message, 16, end, 1, 0, 0, message.length);
        WireWriter.int64(message, 0, 4L << 32);
        WireWriter.int64(message, end, (long) WireReader.MAX_END - 1 << 2);
        Codec<Object> codec = compiled.codecOf(compiled.load("Crowd"));
        assertThatThrownBy(() -> codec.decode(message, 0, message.length)).isInstanceOf(DecodeException.class);
        View<?> view = (View<?>) compiled.load("CrowdView").getConstructor().newInstance();
        view.wrap(message, 0, message.length);
        assertThatThrownBy(() -> view.getClass().getMethod("peopleSize").invoke(view))
                .hasCauseInstanceOf(DecodeException.class);
        assertThatThrownBy(() ->
                        WireWriter.structList(message, 16, 24, WireReader.MAX_EMPTY_STRUCTS + 1, 0, 0, message.length))
                .isInstanceOf(EncodeException.class);
    }

    @Test
    void aViewThatCannotShowAMessageShowsNone() throws ReflectiveOperationException {
        String name = types.records().get(types.records().size() - 1);
        Class<?> type = compiled.load(name);
        View<?> view = (View<?>) compiled.load(name + "View").getConstructor().newInstance();
        byte[] message = encode(compiled.codecOf(type), RandomValues.of(1).value(type));
        view.wrap(message, 0, message.length);
        byte[] broken = new byte[16];
        WireWriter.int64(broken, 0, 1L << 32);
        WireWriter.int64(broken, 8, 1);
        assertThatThrownBy(() -> view.wrap(broken, 0, broken.length)).isInstanceOf(DecodeException.class);
        for (Method accessor : publicMethods(view)) {
            if (accessor.getParameterCount() == 0) {
                accessor.invoke(view);
            }
        }
    }

    private static void mutate(byte[] message, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(message.length);
            message[at] =
                    random.nextBoolean() ? (byte) random.nextInt() : (byte) (message[at] ^ 1 << random.nextInt(8));
        }
    }

    private static boolean decodes(Codec<Object> codec, byte[] message) {
        try {
            codec.decode(message, 0, message.length);
            return true;
        } catch (DecodeException refused) {
            return false;
        }
    }

    /** Calls every accessor that takes no index, and every one-index accessor with a few indexes. */
    private static void readEverything(View<?> view, byte[] message) throws ReflectiveOperationException {
        try {
            view.wrap(message, 0, message.length);
        } catch (DecodeException refused) {
            return;
        }
        for (Method accessor : publicMethods(view)) {
            Object[] indexes = new Object[accessor.getParameterCount()];
            Arrays.fill(indexes, 0);
            try {
                accessor.invoke(view, indexes);
            } catch (InvocationTargetException e) {
                assertThat(e.getCause())
                        .isInstanceOfAny(
                                DecodeException.class, IndexOutOfBoundsException.class, IllegalStateException.class);
            }
        }
    }

    private static List<Method> publicMethods(View<?> view) {
        return Stream.of(view.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
    }

    private static byte[] encode(Codec<Object> codec, Object value) {
        byte[] buffer = new byte[1 << 18];
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }
}

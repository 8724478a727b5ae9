package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;
import org.domaintypesystem.codec.BytesView;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.junit.jupiter.api.Test;

/** Views show what the codec reads. */
class ViewTest {
    private static final long SEED = 76;
    private static final int VALUES = 30;

    @Test
    void everyAccessorShowsWhatTheRecordHolds() throws ReflectiveOperationException {
        RandomTypes types = RandomTypes.of(SEED, 3, 25);
        Compiled compiled = Compiled.strictly(types.sources());
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            View<?> view =
                    (View<?>) compiled.load(name + "View").getConstructor().newInstance();
            for (int i = 0; i < VALUES; i++) {
                Object value = RandomValues.of(i).value(type);
                byte[] message = new byte[1 << 18];
                view.wrap(message, 0, codec.encode(value, message, 0, message.length));
                compare(view, value, name + " of seed " + i);
            }
        }
    }

    private static void compare(Object view, Object value, String as) throws ReflectiveOperationException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            compare(view, component.getName(), component.getAccessor().invoke(value), as, new Object[0]);
        }
    }

    private static void compare(Object view, String accessor, Object value, String as, Object... indexes)
            throws ReflectiveOperationException {
        boolean bytes = value instanceof byte[];
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                compare(view, accessor, list.get(i), as, with(indexes, i));
            }
        } else if (value != null && value.getClass().isArray() && !bytes) {
            for (int i = 0; i < Array.getLength(value); i++) {
                compare(view, accessor, Array.get(value, i), as, with(indexes, i));
            }
        } else if (value != null) {
            Class<?>[] types =
                    IntStream.range(0, indexes.length).mapToObj(i -> int.class).toArray(Class[]::new);
            Object shown = view.getClass().getMethod(accessor, types).invoke(view, indexes);
            if (value instanceof Record) {
                compare(shown, value, as);
            } else if (shown instanceof BytesView text) {
                byte[] copy = new byte[text.length()];
                text.copyTo(copy, 0);
                assertThat(bytes ? Content.of(copy) : Content.of(text.toString()))
                        .as(as)
                        .isEqualTo(Content.of(value));
            } else {
                assertThat(Content.of(shown)).as(as + ": " + accessor).isEqualTo(Content.of(value));
            }
        }
    }

    private static Object[] with(Object[] indexes, int index) {
        return IntStream.rangeClosed(0, indexes.length)
                .mapToObj(i -> i < indexes.length ? indexes[i] : index)
                .toArray();
    }
}

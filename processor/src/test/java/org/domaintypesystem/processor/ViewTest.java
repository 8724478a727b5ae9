package org.domaintypesystem.processor;

import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.domaintypesystem.processor.testing.ViewContent;
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
                ViewContent.compare(view, type, value, name + " of seed " + i);
            }
        }
    }
}

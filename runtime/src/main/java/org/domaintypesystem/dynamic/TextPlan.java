package org.domaintypesystem.dynamic;

import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** {@code Text} is a {@link String}. */
final class TextPlan extends PointerPlan {
    static final TextPlan INSTANCE = new TextPlan();

    private TextPlan() {}

    @Override
    @Nullable
    Object read(Reading reading, long struct, int pointerIndex) {
        return reading.in.text(struct, pointerIndex);
    }

    @Override
    int write(Object value, byte[] out, int pointer, int end, int limit, int depth, String field) {
        return WireWriter.text(out, pointer, (String) value, end, limit, field);
    }

    @Override
    Object accept(Object value, String field) {
        if (value instanceof String) {
            return value;
        }
        throw refusal(value, field);
    }

    @Override
    public String spelling() {
        return "Text, a String,";
    }
}

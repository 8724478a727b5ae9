package org.domaintypesystem.dynamic;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** {@code Data} is a {@code byte[]} that nobody gets to see, and a read-only {@link ByteBuffer} for programs. */
final class DataPlan extends PointerPlan {
    static final DataPlan INSTANCE = new DataPlan();

    private DataPlan() {}

    @Override
    @Nullable
    Object read(Reading reading, long struct, int pointerIndex) {
        return reading.in.data(struct, pointerIndex);
    }

    @Override
    int write(Object value, byte[] out, int pointer, int end, int limit, int depth, String field) {
        return value instanceof ByteBuffer buffer
                ? WireWriter.data(out, pointer, buffer, end, limit)
                : WireWriter.data(out, pointer, (byte[]) value, end, limit);
    }

    @Override
    Object accept(Object value, String field) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(buffer.position(), bytes);
            return bytes;
        }
        throw refusal(value, field);
    }

    @Override
    Object shown(Object value) {
        return ByteBuffer.wrap((byte[]) value).asReadOnlyBuffer();
    }

    @Override
    List<?> listOf(@Nullable Object[] values) {
        return new DataList(values);
    }

    @Override
    public String spelling() {
        return "Data, a byte[] or ByteBuffer,";
    }

    /** A list whose elements are shown when somebody asks for them: a buffer has a position, which anybody can move. */
    private static final class DataList extends AbstractList<@Nullable Object> implements RandomAccess {
        private final @Nullable Object[] elements;

        DataList(@Nullable Object[] elements) {
            this.elements = elements;
        }

        @Override
        public @Nullable Object get(int index) {
            Object bytes = elements[index];
            return bytes == null ? null : INSTANCE.shown(bytes);
        }

        @Override
        public int size() {
            return elements.length;
        }
    }
}

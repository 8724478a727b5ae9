package org.domaintypesystem.dynamic;

import java.util.List;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.ReadOnlyList;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** How values of one type are read, written and checked, where a struct or a list has pointers to them. */
abstract class PointerPlan implements ElementPlan {

    /** What a pointer of a struct leads to, or null where there is nothing. */
    abstract @Nullable Object read(Reading reading, long struct, int pointerIndex);

    /** Writes a value that this plan has read or accepted; see {@link ElementPlan#writeList}. */
    abstract int write(Object value, byte[] out, int pointer, int end, int limit, int depth, String field);

    /** The value in the form that this plan reads; see {@link ElementPlan#acceptList}. */
    abstract Object accept(Object value, String field);

    /** What a program sees of a value that was read or accepted. */
    Object shown(Object value) {
        return value;
    }

    @Override
    public @Nullable List<?> readList(Reading reading, long struct, int pointerIndex) {
        WireReader in = reading.in;
        long list = in.list(struct, pointerIndex, ElementSize.POINTER);
        if (list == WireReader.ABSENT) {
            return null;
        }
        @Nullable Object[] values = new @Nullable Object[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(reading, in.element(list, i), 0);
        }
        return listOf(values);
    }

    @Override
    public int writeList(List<?> values, byte[] out, int pointer, int end, int limit, int depth, String field) {
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.POINTER, count, limit);
        for (int i = 0; i < count; i++) {
            Object value = values.get(i);
            int at = end + i * Long.BYTES;
            if (value == null) {
                WireWriter.nothing(out, at);
            } else {
                after = write(value, out, at, after, limit, depth, field);
            }
        }
        return after;
    }

    @Override
    public List<?> acceptList(List<?> values, String field) {
        @Nullable Object[] accepted = new @Nullable Object[values.size()];
        int i = 0;
        for (Object value : values) {
            accepted[i++] = value == null ? null : accept(value, field);
        }
        return listOf(accepted);
    }

    /** A list of these values, which were read or accepted. */
    List<?> listOf(@Nullable Object[] values) {
        return ReadOnlyList.of(values);
    }

    final EncodeException refusal(Object value, String field) {
        return new EncodeException("%s is a %s, and %s is expected"
                .formatted(field, value.getClass().getName(), spelling()));
    }
}

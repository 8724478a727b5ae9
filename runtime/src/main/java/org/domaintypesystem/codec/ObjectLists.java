package org.domaintypesystem.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads lists of texts and of {@code Data}. A null list is a null pointer, as is a null text or
 * {@code Data} in a list. Lists that are read cannot be changed.
 */
public final class ObjectLists {
    private ObjectLists() {}

    public static int writeTexts(
            byte[] out, int pointer, @Nullable List<? extends String> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.POINTER, count, limit);
        for (int i = 0; i < count; i++) {
            after = WireWriter.text(out, end + i * Long.BYTES, values.get(i), after, limit, field);
        }
        return after;
    }

    public static @Nullable List<String> readTexts(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.POINTER);
        if (list == WireReader.ABSENT) {
            return null;
        }
        String[] values = new String[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.text(in.element(list, i), 0);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeData(byte[] out, int pointer, @Nullable List<? extends byte[]> values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.POINTER, count, limit);
        for (int i = 0; i < count; i++) {
            after = WireWriter.data(out, end + i * Long.BYTES, values.get(i), after, limit);
        }
        return after;
    }

    public static @Nullable List<byte[]> readData(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.POINTER);
        if (list == WireReader.ABSENT) {
            return null;
        }
        byte[][] values = new byte[in.count(list)][];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.data(in.element(list, i), 0);
        }
        return ReadOnlyList.of(values);
    }
}

package org.domaintypesystem.codec;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads lists of texts, of {@code Data} and of instants. A null list is a null pointer, as is a null text or
 * {@code Data} in a list; a null instant is refused. Lists that are read cannot be changed.
 */
public final class ObjectLists {
    private ObjectLists() {}

    public static int writeTexts(
            byte[] out, int pointer, @Nullable List<String> values, int end, int limit, String field) {
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
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    public static int writeData(byte[] out, int pointer, @Nullable List<byte[]> values, int end, int limit) {
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
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    public static int writeInstants(
            byte[] out, int pointer, @Nullable List<Instant> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.EIGHT_BYTES, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.int64(out, end + i * Long.BYTES, WireWriter.nanos(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Instant> readInstants(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.EIGHT_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Instant[] values = new Instant[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.instantAt(list, i);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}

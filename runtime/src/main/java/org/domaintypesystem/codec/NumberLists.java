package org.domaintypesystem.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads lists of boxed numbers. A null list is a null pointer; a null element is refused, since such a list
 * has no way to say it. Lists that are read cannot be changed.
 */
public final class NumberLists {
    private NumberLists() {}

    public static int writeBooleans(
            byte[] out, int pointer, @Nullable List<? extends Boolean> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.BIT, count, limit);
        for (int i = 0; i < count; i += Byte.SIZE) {
            int bits = 0;
            for (int j = Math.min(i + Byte.SIZE, count) - 1; j >= i; j--) {
                bits = bits << 1 | (WireWriter.required(values.get(j), field) ? 1 : 0);
            }
            out[end + (i >> 3)] = (byte) bits;
        }
        return after;
    }

    public static @Nullable List<Boolean> readBooleans(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.BIT);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Boolean[] values = new Boolean[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.bitAt(list, i);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeBytes(
            byte[] out, int pointer, @Nullable List<? extends Byte> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.BYTE, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.int8(out, end + i * Byte.BYTES, WireWriter.required(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Byte> readBytes(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.BYTE);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Byte[] values = new Byte[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.int8At(list, i);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeShorts(
            byte[] out, int pointer, @Nullable List<? extends Short> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.TWO_BYTES, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.int16(out, end + i * Short.BYTES, WireWriter.required(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Short> readShorts(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.TWO_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Short[] values = new Short[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.int16At(list, i);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeCharacters(
            byte[] out, int pointer, @Nullable List<? extends Character> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.TWO_BYTES, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.uint16(out, end + i * Character.BYTES, WireWriter.required(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Character> readCharacters(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.TWO_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Character[] values = new Character[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.uint16At(list, i);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeIntegers(
            byte[] out, int pointer, @Nullable List<? extends Integer> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.FOUR_BYTES, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.int32(out, end + i * Integer.BYTES, WireWriter.required(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Integer> readIntegers(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.FOUR_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Integer[] values = new Integer[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.int32At(list, i);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeLongs(
            byte[] out, int pointer, @Nullable List<? extends Long> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.EIGHT_BYTES, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.int64(out, end + i * Long.BYTES, WireWriter.required(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Long> readLongs(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.EIGHT_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Long[] values = new Long[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.int64At(list, i);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeFloats(
            byte[] out, int pointer, @Nullable List<? extends Float> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.FOUR_BYTES, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.float32(out, end + i * Float.BYTES, WireWriter.required(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Float> readFloats(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.FOUR_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Float[] values = new Float[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.float32At(list, i);
        }
        return ReadOnlyList.of(values);
    }

    public static int writeDoubles(
            byte[] out, int pointer, @Nullable List<? extends Double> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int after = WireWriter.list(out, pointer, end, ElementSize.EIGHT_BYTES, count, limit);
        for (int i = 0; i < count; i++) {
            WireWriter.float64(out, end + i * Double.BYTES, WireWriter.required(values.get(i), field));
        }
        return after;
    }

    public static @Nullable List<Double> readDoubles(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.EIGHT_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        Double[] values = new Double[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.float64At(list, i);
        }
        return ReadOnlyList.of(values);
    }
}

package org.domaintypesystem.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Writes and reads primitive arrays as lists; null is a null pointer. {@code byte[]} is {@code Data}, see the writer. */
public final class PrimitiveArrays {
    /** From this length on, reading through a buffer view is faster than a loop. */
    private static final int BULK = 16;

    private PrimitiveArrays() {}

    public static int write(byte[] out, int pointer, boolean @Nullable [] values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.BIT, values.length, limit);
        for (int i = 0; i < values.length; i += Byte.SIZE) {
            int bits = 0;
            for (int j = Math.min(i + Byte.SIZE, values.length) - 1; j >= i; j--) {
                bits = bits << 1 | (values[j] ? 1 : 0);
            }
            out[end + (i >> 3)] = (byte) bits;
        }
        return after;
    }

    public static boolean @Nullable [] booleans(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.BIT);
        if (list == WireReader.ABSENT) {
            return null;
        }
        boolean[] values = new boolean[in.count(list)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.bitAt(list, i);
        }
        return values;
    }

    public static int write(byte[] out, int pointer, short @Nullable [] values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.TWO_BYTES, values.length, limit);
        for (int i = 0; i < values.length; i++) {
            LittleEndian.SHORT.set(out, end + i * Short.BYTES, values[i]);
        }
        return after;
    }

    public static short @Nullable [] shorts(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.TWO_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        short[] values = new short[in.count(list)];
        int at = FieldReader.at(list);
        if (values.length >= BULK) {
            bytes(in.buffer, at, at + values.length * Short.BYTES)
                    .asShortBuffer()
                    .get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) LittleEndian.SHORT.get(in.buffer, at + i * Short.BYTES);
            }
        }
        return values;
    }

    public static int write(byte[] out, int pointer, char @Nullable [] values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.TWO_BYTES, values.length, limit);
        for (int i = 0; i < values.length; i++) {
            LittleEndian.CHAR.set(out, end + i * Character.BYTES, values[i]);
        }
        return after;
    }

    public static char @Nullable [] chars(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.TWO_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        char[] values = new char[in.count(list)];
        int at = FieldReader.at(list);
        if (values.length >= BULK) {
            bytes(in.buffer, at, at + values.length * Character.BYTES)
                    .asCharBuffer()
                    .get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (char) LittleEndian.CHAR.get(in.buffer, at + i * Character.BYTES);
            }
        }
        return values;
    }

    public static int write(byte[] out, int pointer, int @Nullable [] values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.FOUR_BYTES, values.length, limit);
        for (int i = 0; i < values.length; i++) {
            LittleEndian.INT.set(out, end + i * Integer.BYTES, values[i]);
        }
        return after;
    }

    public static int @Nullable [] ints(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.FOUR_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        int[] values = new int[in.count(list)];
        int at = FieldReader.at(list);
        if (values.length >= BULK) {
            bytes(in.buffer, at, at + values.length * Integer.BYTES)
                    .asIntBuffer()
                    .get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (int) LittleEndian.INT.get(in.buffer, at + i * Integer.BYTES);
            }
        }
        return values;
    }

    public static int write(byte[] out, int pointer, long @Nullable [] values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.EIGHT_BYTES, values.length, limit);
        for (int i = 0; i < values.length; i++) {
            LittleEndian.LONG.set(out, end + i * Long.BYTES, values[i]);
        }
        return after;
    }

    public static long @Nullable [] longs(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.EIGHT_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        long[] values = new long[in.count(list)];
        int at = FieldReader.at(list);
        if (values.length >= BULK) {
            bytes(in.buffer, at, at + values.length * Long.BYTES).asLongBuffer().get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (long) LittleEndian.LONG.get(in.buffer, at + i * Long.BYTES);
            }
        }
        return values;
    }

    public static int write(byte[] out, int pointer, float @Nullable [] values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.FOUR_BYTES, values.length, limit);
        for (int i = 0; i < values.length; i++) {
            LittleEndian.FLOAT.set(out, end + i * Float.BYTES, values[i]);
        }
        return after;
    }

    public static float @Nullable [] floats(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.FOUR_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        float[] values = new float[in.count(list)];
        int at = FieldReader.at(list);
        if (values.length >= BULK) {
            bytes(in.buffer, at, at + values.length * Float.BYTES)
                    .asFloatBuffer()
                    .get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) LittleEndian.FLOAT.get(in.buffer, at + i * Float.BYTES);
            }
        }
        return values;
    }

    public static int write(byte[] out, int pointer, double @Nullable [] values, int end, int limit) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.list(out, pointer, end, ElementSize.EIGHT_BYTES, values.length, limit);
        for (int i = 0; i < values.length; i++) {
            LittleEndian.DOUBLE.set(out, end + i * Double.BYTES, values[i]);
        }
        return after;
    }

    public static double @Nullable [] doubles(WireReader in, long struct, int pointerIndex) {
        long list = in.list(struct, pointerIndex, ElementSize.EIGHT_BYTES);
        if (list == WireReader.ABSENT) {
            return null;
        }
        double[] values = new double[in.count(list)];
        int at = FieldReader.at(list);
        if (values.length >= BULK) {
            bytes(in.buffer, at, at + values.length * Double.BYTES)
                    .asDoubleBuffer()
                    .get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (double) LittleEndian.DOUBLE.get(in.buffer, at + i * Double.BYTES);
            }
        }
        return values;
    }

    private static ByteBuffer bytes(byte[] array, int from, int to) {
        return ByteBuffer.wrap(array, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
    }
}

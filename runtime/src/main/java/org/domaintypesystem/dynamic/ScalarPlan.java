package org.domaintypesystem.dynamic;

import java.util.List;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.PrimitiveArrays;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.schema.Storage;
import org.jspecify.annotations.Nullable;

/** How values of one type are read, written and checked that lie in the data section: numbers, booleans and enums. */
abstract class ScalarPlan implements ElementPlan {
    private final Storage storage;

    ScalarPlan(Storage storage) {
        this.storage = storage;
    }

    final Storage storage() {
        return storage;
    }

    /** Whether JSON has the value in quotes, since not every reader of JSON keeps a number of 64 bits. */
    boolean isWide() {
        return false;
    }

    /** The value that bits mean; those above its size do not matter. */
    abstract Object value(long bits);

    /**
     * The bits of a value; what is above its size does not matter.
     *
     * @throws EncodeException if it is not of the type, naming the field
     */
    abstract long bits(Object value, String field);

    @Override
    public final @Nullable List<?> readList(Reading reading, long struct, int pointerIndex) {
        Object array = switch (storage) {
            case BIT -> PrimitiveArrays.booleans(reading.in, struct, pointerIndex);
            case BYTE -> reading.in.data(struct, pointerIndex);
            case TWO_BYTES -> PrimitiveArrays.shorts(reading.in, struct, pointerIndex);
            case FOUR_BYTES -> PrimitiveArrays.ints(reading.in, struct, pointerIndex);
            case EIGHT_BYTES -> PrimitiveArrays.longs(reading.in, struct, pointerIndex);
            case NONE, POINTER -> throw new AssertionError(storage);
        };
        return array == null ? null : new ScalarList(this, array);
    }

    @Override
    public final int writeList(List<?> values, byte[] out, int pointer, int end, int limit, int depth, String field) {
        Object array = ((ScalarList) values).array();
        return switch (storage) {
            case BIT -> PrimitiveArrays.write(out, pointer, (boolean[]) array, end, limit);
            case BYTE -> WireWriter.data(out, pointer, (byte[]) array, end, limit);
            case TWO_BYTES -> PrimitiveArrays.write(out, pointer, (short[]) array, end, limit);
            case FOUR_BYTES -> PrimitiveArrays.write(out, pointer, (int[]) array, end, limit);
            case EIGHT_BYTES -> PrimitiveArrays.write(out, pointer, (long[]) array, end, limit);
            case NONE, POINTER -> throw new AssertionError(storage);
        };
    }

    @Override
    public final List<?> acceptList(List<?> values, String field) {
        int count = values.size();
        long[] bits = new long[count];
        int i = 0;
        for (Object value : values) {
            if (value == null) {
                throw new EncodeException(field + " holds a null, which a list of numbers or enums cannot");
            }
            bits[i++] = bits(value, field);
        }
        return new ScalarList(this, narrowed(bits));
    }

    private Object narrowed(long[] bits) {
        switch (storage) {
            case BIT -> {
                boolean[] array = new boolean[bits.length];
                for (int i = 0; i < array.length; i++) {
                    array[i] = (bits[i] & 1) != 0;
                }
                return array;
            }
            case BYTE -> {
                byte[] array = new byte[bits.length];
                for (int i = 0; i < array.length; i++) {
                    array[i] = (byte) bits[i];
                }
                return array;
            }
            case TWO_BYTES -> {
                short[] array = new short[bits.length];
                for (int i = 0; i < array.length; i++) {
                    array[i] = (short) bits[i];
                }
                return array;
            }
            case FOUR_BYTES -> {
                int[] array = new int[bits.length];
                for (int i = 0; i < array.length; i++) {
                    array[i] = (int) bits[i];
                }
                return array;
            }
            default -> {
                return bits;
            }
        }
    }
}

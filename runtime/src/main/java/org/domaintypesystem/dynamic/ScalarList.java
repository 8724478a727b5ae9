package org.domaintypesystem.dynamic;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A list of numbers, booleans or enums, which takes no more room than in the message. */
final class ScalarList extends AbstractList<Object> implements RandomAccess {
    private final ScalarPlan element;
    private final Object array;
    private final int size;

    /** A list of all elements of an array of primitives as wide as the plan's, which is not copied. */
    ScalarList(ScalarPlan element, Object array) {
        this.element = element;
        this.array = array;
        this.size = array instanceof byte[] bytes
                ? bytes.length
                : array instanceof int[] ints
                        ? ints.length
                        : array instanceof long[] longs
                                ? longs.length
                                : array instanceof short[] shorts ? shorts.length : ((boolean[]) array).length;
    }

    Object array() {
        return array;
    }

    ScalarPlan element() {
        return element;
    }

    @Override
    public Object get(int index) {
        return element.value(bits(index));
    }

    private long bits(int index) {
        if (array instanceof byte[] bytes) {
            return bytes[index];
        }
        if (array instanceof int[] ints) {
            return ints[index];
        }
        if (array instanceof long[] longs) {
            return longs[index];
        }
        if (array instanceof short[] shorts) {
            return shorts[index];
        }
        return ((boolean[]) array)[index] ? 1 : 0;
    }

    @Override
    public int size() {
        return size;
    }
}

package org.domaintypesystem.codec;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that was read: an array that nobody else has, and that the list lets nobody change. It may hold nulls.
 *
 * @param <E> the elements
 */
public final class ReadOnlyList<E> extends AbstractList<E> implements RandomAccess {
    private final E[] elements;

    private ReadOnlyList(E[] elements) {
        this.elements = elements;
    }

    /** A list of all elements of an array, which is not copied. */
    public static <E> List<E> of(E[] elements) {
        return new ReadOnlyList<>(elements);
    }

    @Override
    public E get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(elements, elements.length, Object[].class);
    }
}

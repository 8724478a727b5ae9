package org.domaintypesystem.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A codec of a struct: what all of these have in common. Generated for records, classes and sealed types.
 *
 * @param <T> the Java type
 */
public abstract class StructCodec<T> implements Codec<T> {
    private final TypeDescriptor type;

    protected StructCodec(TypeDescriptor type) {
        this.type = type;
    }

    @Override
    public final TypeDescriptor type() {
        return type;
    }

    /** Size of the data section in words of eight bytes. A method, since the compiler knows its result, as it does not a field's. */
    protected abstract int dataWords();

    /** Size of the pointer section in pointers. */
    protected abstract int pointers();

    /** Whether a value can contain others of the type, so that its depth is limited. */
    protected boolean isRecursive() {
        return false;
    }

    /**
     * Writes the content of a struct that has been allocated.
     *
     * @param struct index of its first byte
     * @param end where content behind its pointers goes
     * @return the new end
     */
    protected abstract int writeBody(T value, byte[] out, int struct, int end, int limit);

    @Override
    public final int write(@Nullable T value, byte[] out, int pointer, int end, int limit) {
        if (value == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int after = WireWriter.struct(out, pointer, end, dataWords(), pointers(), limit);
        return isRecursive() ? writeDeeper(value, out, end, after, limit) : writeBody(value, out, end, after, limit);
    }

    private int writeDeeper(T value, byte[] out, int struct, int end, int limit) {
        WriteDepth depth = WriteDepth.enter(type);
        try {
            return writeBody(value, out, struct, end, limit);
        } finally {
            depth.leave();
        }
    }

    /**
     * Writes a list, or a null pointer for null; a null element is refused.
     *
     * @param values should give elements by index without searching
     * @param field full name of the field, for errors
     */
    public final int writeList(
            byte[] out, int pointer, @Nullable List<? extends T> values, int end, int limit, String field) {
        if (values == null) {
            WireWriter.nothing(out, pointer);
            return end;
        }
        int count = values.size();
        int dataWords = dataWords();
        int pointers = pointers();
        int after = WireWriter.structList(out, pointer, end, count, dataWords, pointers, limit);
        int struct = end + Long.BYTES;
        for (int i = 0; i < count; i++) {
            T value = element(values.get(i), field);
            after = isRecursive()
                    ? writeDeeper(value, out, struct, after, limit)
                    : writeBody(value, out, struct, after, limit);
            struct += (dataWords + pointers) * Long.BYTES;
        }
        return after;
    }

    /** An element of a list, which may not be null unless the struct itself can say so. */
    protected T element(@Nullable T value, String field) {
        return WireWriter.required(value, field);
    }

    /** Reads a struct behind a pointer, or null where there is none. */
    public final @Nullable T readPointer(WireReader in, long parent, int pointerIndex) {
        long struct = in.struct(parent, pointerIndex);
        return struct == WireReader.ABSENT ? null : readAt(in, struct);
    }

    /**
     * Reads a struct behind a pointer, or one of defaults where there is none.
     *
     * @param field full name of the field, for errors
     * @throws DecodeException also if there is none, and none can be made of defaults
     */
    public final T readRequired(WireReader in, long parent, int pointerIndex, String field) {
        long struct = in.struct(parent, pointerIndex);
        return struct == WireReader.ABSENT ? readDefaults(in, field) : readAt(in, struct);
    }

    private T readDefaults(WireReader in, String field) {
        try {
            return readAt(in, WireReader.ABSENT);
        } catch (RuntimeException e) {
            throw DecodeException.withoutDefault(field, e);
        }
    }

    private T readAt(WireReader in, long struct) {
        return isRecursive() ? readDeeper(in, struct) : read(in, struct);
    }

    private T readDeeper(WireReader in, long struct) {
        in.enter();
        T value = read(in, struct);
        in.leave();
        return value;
    }

    /** Reads a list, or null where there is none. It cannot be changed. */
    @SuppressWarnings("unchecked")
    public final @Nullable List<T> readList(WireReader in, long struct, int pointerIndex) {
        long list = in.structList(struct, pointerIndex);
        if (list == WireReader.ABSENT) {
            return null;
        }
        T[] values = (T[]) new Object[in.count(list)];
        long element = in.first();
        long step = FieldReader.step(element);
        for (int i = 0; i < values.length; i++) {
            values[i] = readAt(in, element);
            element += step;
        }
        return ReadOnlyList.of(values);
    }
}

package org.domaintypesystem.codec;

/**
 * A struct in place: every accessor of a generated view reads the bytes. Reusable; not for several threads; valid as
 * long as the bytes under it are not changed.
 *
 * @param <V> the generated view
 */
public abstract class View<V extends View<V>> implements Decoder<V> {
    /** Reader of the segment that holds the struct. */
    protected WireReader in = new WireReader();

    /** The struct, as resolved by {@link #in}. */
    protected long struct = WireReader.ABSENT;

    protected View() {}

    /** This view. */
    protected abstract V self();

    /**
     * Shows a message in the standard framing.
     *
     * @param length the bytes from {@code offset} on that may be read
     * @throws DecodeException if the bytes are not a message; fields are checked when they are read
     */
    public V wrap(byte[] buffer, int offset, int length) {
        return read(in, in.message(buffer, offset, length));
    }

    @Override
    public V read(WireReader reader, long shown) {
        this.in = reader.withoutBudget();
        this.struct = shown;
        return self();
    }

    /** Whether there is no struct here: a null in Java. All fields read as their defaults then. */
    public boolean isAbsent() {
        return struct == WireReader.ABSENT;
    }
}

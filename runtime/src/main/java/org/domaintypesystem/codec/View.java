package org.domaintypesystem.codec;

/**
 * A struct in place: every accessor of a generated view reads the bytes. Reusable; not for several threads; valid as
 * long as the bytes under it are not changed. Accessors throw {@link DecodeException} where the bytes are malformed.
 *
 * @param <V> the generated view
 */
public abstract class View<V extends View<V>> {
    /** Reader of the segment that holds the struct. */
    protected WireReader in = new WireReader();

    /** The struct, as resolved by {@link #in}. */
    protected long struct = WireReader.ABSENT;

    /** Counts the structs shown, so that what has been resolved of one is not taken for the next. */
    protected long shown;

    protected View() {}

    /**
     * Shows a message in the standard framing.
     *
     * @param length the bytes from {@code offset} on that may be read
     * @return this view
     * @throws DecodeException if the bytes are not a message: the view then shows none, all of its fields are defaults.
     *     Fields are checked when they are read
     */
    public V wrap(byte[] buffer, int offset, int length) {
        try {
            return show(in, in.message(buffer, offset, length));
        } catch (DecodeException e) {
            show(in, WireReader.ABSENT);
            throw e;
        }
    }

    /**
     * Shows a struct that has been resolved.
     *
     * @param reader set to the segment that holds the struct; its budget is lifted, since fields are read one at a time
     * @return this view
     */
    public V show(WireReader reader, long resolved) {
        reader.withoutBudget();
        if (in != reader) {
            in = reader;
        }
        struct = resolved;
        shown++;
        @SuppressWarnings("unchecked")
        V self = (V) this;
        return self;
    }
}

package org.domaintypesystem.codec;

/**
 * A struct in place: every accessor of a generated view reads the bytes. Reusable; not for several threads; valid as
 * long as the bytes under it are not changed. Accessors throw {@link DecodeException} where the bytes are malformed.
 *
 * @param <V> the generated view
 */
public abstract class View<V extends View<V>> {
    /** Stands for a list of the struct that no accessor has resolved yet. */
    protected static final long UNRESOLVED = -1;

    /** Reader of the segment that holds the struct: one for a view and all that it shows parts of it with. */
    protected final WireReader in;

    /** The struct, as resolved by {@link #in}. */
    protected long struct = WireReader.ABSENT;

    /** A view of its own. */
    protected View() {
        this(new WireReader());
    }

    /** A view for a part of what another shows, with its reader. */
    protected View(WireReader in) {
        this.in = in;
    }

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
            return show(in.message(buffer, offset, length));
        } catch (DecodeException e) {
            show(WireReader.ABSENT);
            throw e;
        }
    }

    /**
     * Shows a struct that {@link #in} has resolved.
     *
     * @return this view
     */
    public V show(long resolved) {
        struct = resolved;
        @SuppressWarnings("unchecked")
        V self = (V) this;
        return self;
    }

    /** Shows a struct that another reader has resolved. */
    V show(WireReader reader, long resolved) {
        in.sameSegment(reader);
        return show(resolved);
    }
}

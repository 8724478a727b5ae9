package org.domaintypesystem.benchmarks.codec;

/**
 * One format with one message: writes a value into an array of its own, and reads what is there. All contenders work on
 * heap arrays, and reuse whatever their format lets them reuse.
 */
public abstract class Contender {
    /** Holds every message, and what is needed around it while it is written. */
    protected final byte[] buffer = new byte[1 << 15];

    /** The value that this contender writes. */
    public abstract Object value();

    /** Writes the value at the beginning of the buffer, and returns the length. */
    public abstract int encode();

    /** Makes a Java object, equal to the value, of the message in the buffer. */
    public abstract Object decode(int length);

    /**
     * Reads every field of the message where it lies, without an object for it if the format has a way to do so.
     *
     * @return the sum of all fields: floating point numbers as their bits, constants as whether they are the one of the
     *     value, texts as their length and first byte, or first character where objects are made. The same for all formats
     *     that do the same
     */
    public abstract long access(int length);

    /** Where the message is. */
    public final byte[] buffer() {
        return buffer;
    }
}

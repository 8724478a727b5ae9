package org.domaintypesystem.codec;

/**
 * Reads messages of one type, as objects or as views of the bytes. Stateless unless an implementation says otherwise.
 *
 * @param <T> what a message is read as
 */
public interface Decoder<T> {
    TypeDescriptor type();

    /**
     * Reads one struct.
     *
     * @param in set to the segment that holds the struct
     * @param struct as resolved by {@code in}; {@link WireReader#ABSENT} reads as all defaults
     * @throws DecodeException if the bytes do not hold a value of the type
     */
    T read(WireReader in, long struct);
}

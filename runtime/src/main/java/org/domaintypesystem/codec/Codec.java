package org.domaintypesystem.codec;

import org.jspecify.annotations.Nullable;

/**
 * Writes and reads values of one type as Cap'n Proto. Generated for annotated types; stateless and safe for use
 * by several threads.
 *
 * @param <T> the Java type
 */
public interface Codec<T> extends Decoder<T> {

    /**
     * Writes a value as the target of a pointer. Allocates no objects.
     *
     * @param value the value; null writes a null pointer
     * @param out the segment's bytes
     * @param pointer index of the pointer word
     * @param end where new content goes: the end of what the segment holds so far
     * @param limit index behind the last byte that may be used
     * @return the new end
     * @throws OutOfSpaceException if the content does not fit below {@code limit}
     * @throws EncodeException if the value cannot be written, for example a null where none is allowed
     */
    int write(@Nullable T value, byte[] out, int pointer, int end, int limit);

    /**
     * Encodes a value as a message of its own, in the standard framing that {@code capnp decode} reads. Allocates no
     * objects.
     *
     * @param limit index behind the last byte that may be used
     * @return the length of the message in bytes
     * @throws OutOfSpaceException if the message does not fit below {@code limit}
     * @throws EncodeException if the value cannot be written
     */
    default int encode(T value, byte[] buffer, int offset, int limit) {
        int root = offset + Framing.BYTES;
        int body = WireWriter.allocate(root, Long.BYTES, limit);
        int end = write(value, buffer, root, body, limit);
        Framing.write(buffer, offset, end);
        return end - offset;
    }

    /**
     * Decodes a message in the standard framing. Allocates little but the value.
     *
     * @param length the bytes from {@code offset} on that may be read
     * @throws DecodeException if the bytes are not a message of this type
     */
    default T decode(byte[] buffer, int offset, int length) {
        WireReader in = new WireReader();
        return read(in, in.message(buffer, offset, length));
    }
}

package org.domaintypesystem.capnproto;

import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.OutOfSpaceException;

/** Encodes values into bytes that grow as needed. Not for several threads. */
final class MessageBuffer<T> {
    private static final int FIRST = 1 << 12;
    /** The largest that can be read again. */
    private static final int LARGEST = 1 << 28;
    /** What stays allocated from one value to the next. */
    private static final int KEPT = 1 << 16;

    private final Codec<T> codec;
    private byte[] bytes = new byte[FIRST];

    MessageBuffer(Codec<T> codec) {
        this.codec = codec;
    }

    /** The message that was encoded last is at the beginning. */
    byte[] bytes() {
        return bytes;
    }

    /** Encodes a message, and returns its length in bytes. */
    int encode(T value) {
        if (bytes.length > KEPT) {
            bytes = new byte[FIRST];
        }
        while (true) {
            try {
                return codec.encode(value, bytes, 0, bytes.length);
            } catch (OutOfSpaceException full) {
                if (bytes.length == LARGEST) {
                    throw full;
                }
                bytes = new byte[bytes.length * 2];
            }
        }
    }
}

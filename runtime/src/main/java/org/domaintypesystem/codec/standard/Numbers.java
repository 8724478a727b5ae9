package org.domaintypesystem.codec.standard;

import java.math.BigInteger;
import org.domaintypesystem.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/** Whole numbers of any size, as bytes: two's complement, big-endian, at least one. Null is null. */
public final class Numbers {
    private Numbers() {}

    public static byte @Nullable [] bytes(@Nullable BigInteger value, String field) {
        return value == null ? null : value.toByteArray();
    }

    public static @Nullable BigInteger bigInteger(byte @Nullable [] bytes, String field) {
        if (bytes != null && bytes.length == 0) {
            throw new DecodeException(field + " holds no byte, and a number has at least one");
        }
        return bytes == null ? null : new BigInteger(bytes);
    }
}

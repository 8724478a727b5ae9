package org.domaintypesystem.codec;

/**
 * Bytes that do not hold a value of the type that was asked for. Without a stack trace, since anybody on the network can
 * cause one.
 */
public final class DecodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DecodeException(String message) {
        super(message, null, false, false);
    }
}

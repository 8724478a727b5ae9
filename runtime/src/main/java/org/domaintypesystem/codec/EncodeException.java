package org.domaintypesystem.codec;

/** A value that its type cannot carry, for example a null where none is allowed. The message names the field. */
public final class EncodeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public EncodeException(String message) {
        super(message);
    }
}

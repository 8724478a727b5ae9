package org.domaintypesystem.nodes;

import java.util.Locale;

/**
 * Bytes that are no schema, or not the one that was asked for, or one that DTS has no model for. The message says why, in
 * words without anything that a sender could choose but legal names. Without a stack trace, since anybody on the network
 * can cause one.
 */
public final class RefusedSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedSchemaException(String message) {
        super(message, null, false, false);
    }

    RefusedSchemaException(String format, Object... arguments) {
        this(String.format(Locale.ROOT, format, arguments));
    }
}

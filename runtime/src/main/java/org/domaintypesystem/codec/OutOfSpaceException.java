package org.domaintypesystem.codec;

/** What is being written does not fit into the bytes given. Without a stack trace: whoever
 * catches it grows the space and writes again. */
public final class OutOfSpaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfSpaceException() {
        super("the value does not fit below the limit given", null, false, false);
    }
}

package org.domaintypesystem.codec;

/** What is being written does not fit into the bytes given. A single instance without a stack trace. */
public final class OutOfSpaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final OutOfSpaceException INSTANCE = new OutOfSpaceException();

    private OutOfSpaceException() {
        super("the value does not fit below the limit given", null, false, false);
    }
}

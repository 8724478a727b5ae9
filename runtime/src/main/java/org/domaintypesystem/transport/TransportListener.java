package org.domaintypesystem.transport;

/** Takes what the transport receives, and what goes wrong there. */
public interface TransportListener {
    /**
     * A datagram, on the receiving thread.
     *
     * @param buffer holds it from index 0 on, and is reused after this call
     * @param length in bytes
     */
    void datagram(byte[] buffer, int length);

    /**
     * Something failed, and the transport goes on. From any thread.
     *
     * @param what for people
     */
    void failed(String what, Throwable cause);

    /** The operating system gives less than is wanted. Once. */
    void warned(String what);
}

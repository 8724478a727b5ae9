package org.domaintypesystem;

import org.domaintypesystem.engine.InboundMessage;

/** Reads a message that was received as what a listener takes. On the receiving thread. */
@FunctionalInterface
interface MessageDecoder<T> {
    /**
     * Reads one message.
     *
     * @throws org.domaintypesystem.codec.DecodeException if the message does not hold what it should
     */
    T read(InboundMessage message);
}

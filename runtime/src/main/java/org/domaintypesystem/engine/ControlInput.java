package org.domaintypesystem.engine;

import java.net.SocketAddress;

/** Takes messages that concern no single type. */
public interface ControlInput {
    /**
     * A control message.
     *
     * @param message valid during this call only
     * @param source where it comes from
     * @throws org.domaintypesystem.codec.DecodeException if it is not what it says
     */
    void message(InboundMessage message, SocketAddress source);
}

package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Where control messages go. */
public interface ControlOutput {
    /**
     * Sends a message that is complete but for its sequence, which the output gives.
     *
     * @param message from index 0 on; the caller's again on return
     * @param destination a node; null for the control group
     */
    void send(byte[] message, int length, @Nullable SocketAddress destination);
}

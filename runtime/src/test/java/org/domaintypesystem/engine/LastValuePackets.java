package org.domaintypesystem.engine;

import java.util.Arrays;

/** Requests as bytes, for tests. */
public final class LastValuePackets {
    private LastValuePackets() {}

    /** Asks all who publish a type for everything. */
    public static byte[] request(long typeId) {
        byte[][] sent = new byte[1][];
        new LastValueMessages(99, (message, length, destination) -> {
                    MessageLayout.writeSequence(message, 1);
                    sent[0] = Arrays.copyOf(message, length);
                })
                .request(typeId, new long[0], 0, new int[0], 0, 0, null);
        return sent[0];
    }
}

package org.domaintypesystem.benchmarks.many;

import java.io.IOException;
import java.net.DatagramSocket;
import org.domaintypesystem.Dts;

/** Nodes that hear nobody but each other. */
final class Nodes {
    private Nodes() {}

    static Dts join(int port) {
        return Dts.builder().interfaces("127.0.0.1").port(port).ttl(0).join();
    }

    /** Likely to be free, and no more is needed. */
    static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}

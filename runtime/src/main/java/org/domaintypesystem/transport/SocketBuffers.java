package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.DatagramChannel;

/** Asks for large socket buffers: some systems cut the wish silently, others refuse it as a whole. */
final class SocketBuffers {
    private static final int LEAST_WORTH_ASKING_FOR = 1 << 17;

    private SocketBuffers() {}

    /** Asks for so many bytes, or for the largest half, quarter and so on of it that is not refused. */
    static void ask(DatagramChannel channel, SocketOption<Integer> option, int bytes) throws IOException {
        try {
            channel.setOption(option, bytes);
        } catch (IOException refused) {
            if (bytes > LEAST_WORTH_ASKING_FOR && channel.isOpen()) {
                ask(channel, option, bytes / 2);
            }
        }
    }
}

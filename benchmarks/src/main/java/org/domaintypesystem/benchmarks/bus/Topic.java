package org.domaintypesystem.benchmarks.bus;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What is sent. Each has a port and a group of its own, so that nobody hears what he did not ask for. */
enum Topic {
    /** Eight numbers. */
    B64("64 B", 64, 0),
    B256("256 B", 256, 1),
    KIB1("1 KiB", 1 << 10, 2),
    KIB64("64 KiB", 1 << 16, 3),
    MIB1("1 MiB", 1 << 20, 4),
    /** Answers to {@link #B256}, where round trips are measured. */
    ECHO("256 B", 256, 5);

    /** What is sent at once, in bytes or a little more; no message is cut. */
    private static final int BURST_BYTES = 1 << 18;

    private static final int BURST = 1000;
    /** From here on a few messages take as long as looking at a clock does. */
    private static final int LARGE = 1 << 16;

    /** For people. */
    final String title;
    /** The length of a message, without what a bus puts around it. */
    final int bytes;

    private final int number;

    Topic(String title, int bytes, int number) {
        this.title = title;
        this.bytes = bytes;
        this.number = number;
    }

    /** For those who have to choose one themselves; odd in its last byte, as Aeron wants it. */
    InetAddress group() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {(byte) 239, (byte) 255, 77, (byte) (2 * number + 1)});
    }

    /** For those who have to choose one themselves. */
    int port(int base) {
        return base + number;
    }

    /** Whether it has to be cut into several datagrams. */
    boolean isLarge() {
        return bytes >= LARGE;
    }

    /** How many messages a sender is given at once. */
    int burst() {
        return Math.max(1, Math.min(BURST, BURST_BYTES / bytes));
    }
}

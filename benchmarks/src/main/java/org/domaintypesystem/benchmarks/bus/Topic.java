package org.domaintypesystem.benchmarks.bus;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What is sent. Each has a port and a group of its own, so that nobody hears what he did not ask for. */
enum Topic {
    POSITION(64, 0),
    WAVEFORM(256, 1),
    /** Answers to {@link #WAVEFORM}, where round trips are measured. */
    ECHO(256, 2);

    /** The length of a message, without what a bus puts around it. */
    final int bytes;

    private final int number;

    Topic(int bytes, int number) {
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
}

package org.domaintypesystem.benchmarks.bus;

import java.util.Scanner;

/**
 * What one listener saw, and what it took.
 *
 * @param received messages that arrived
 * @param sent those whose turn it was, by the numbers of the messages
 * @param nanos for how long was counted
 * @param usage of the process that listened, meanwhile
 */
record Throughput(long received, long sent, long nanos, Usage usage) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PERCENT = 100;
    /** When nothing came at all. */
    static final Throughput NOTHING = new Throughput(0, 1, 1, new Usage(0, 0));

    double perSecond() {
        return received * NANOS_PER_SECOND / nanos;
    }

    double arrivedPercent() {
        return sent == 0 ? PERCENT : received * PERCENT / sent;
    }

    double cpuNanosPerMessage() {
        return (double) usage.cpuNanos() / received;
    }

    double bytesPerMessage() {
        return (double) usage.allocatedBytes() / received;
    }

    /** For {@link #read}. */
    String words() {
        return "%d %d %d %d %d".formatted(received, sent, nanos, usage.cpuNanos(), usage.allocatedBytes());
    }

    static Throughput read(Scanner words) {
        return new Throughput(
                words.nextLong(), words.nextLong(), words.nextLong(), new Usage(words.nextLong(), words.nextLong()));
    }
}

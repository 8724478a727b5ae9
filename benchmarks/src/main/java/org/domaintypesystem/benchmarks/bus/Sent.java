package org.domaintypesystem.benchmarks.bus;

import java.util.Scanner;

/**
 * What a sender has done so far, or between two moments.
 *
 * @param messages that it has handed to the bus
 * @param usage of its process
 */
record Sent(long messages, Usage usage) {

    Sent since(Sent before) {
        return new Sent(messages - before.messages, usage.since(before.usage));
    }

    double cpuNanosPerMessage() {
        return (double) usage.cpuNanos() / messages;
    }

    double bytesPerMessage() {
        return (double) usage.allocatedBytes() / messages;
    }

    /** For {@link #read}. */
    String words() {
        return "%d %d %d".formatted(messages, usage.cpuNanos(), usage.allocatedBytes());
    }

    static Sent read(Scanner words) {
        return new Sent(words.nextLong(), new Usage(words.nextLong(), words.nextLong()));
    }
}

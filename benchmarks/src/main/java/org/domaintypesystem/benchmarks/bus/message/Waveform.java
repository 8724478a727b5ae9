package org.domaintypesystem.benchmarks.bus.message;

import org.domaintypesystem.annotation.DtsType;

/** The message of any length: numbers and bytes. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
@DtsType
public record Waveform(int source, long sequence, long startNanos, double scale, byte[] samples) {
    /** The length of a message without its samples. */
    public static final int NUMBERS = 40;
}

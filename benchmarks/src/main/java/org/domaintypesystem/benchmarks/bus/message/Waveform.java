package org.domaintypesystem.benchmarks.bus.message;

import org.domaintypesystem.annotation.DtsType;

/** The larger message: numbers and bytes; 256 bytes with {@value #SAMPLES} of them. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
@DtsType
public record Waveform(int source, long sequence, long startNanos, double scale, byte[] samples) {
    /** How many bytes make the message 256 bytes long. */
    public static final int SAMPLES = 216;
}

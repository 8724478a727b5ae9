package org.domaintypesystem.benchmarks.bus.message;

import org.domaintypesystem.annotation.DtsType;

/** What answers a {@link Waveform}, and looks like it. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
@DtsType
public record Echo(int source, long sequence, long startNanos, double scale, byte[] samples) {}

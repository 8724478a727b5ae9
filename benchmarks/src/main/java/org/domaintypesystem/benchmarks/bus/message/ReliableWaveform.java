package org.domaintypesystem.benchmarks.bus.message;

import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** As {@link Waveform}, and sent again where it got lost. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
@DtsType(delivery = Reliability.RELIABLE)
public record ReliableWaveform(int source, long sequence, long startNanos, double scale, byte[] samples) {}

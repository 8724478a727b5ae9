package org.domaintypesystem.benchmarks.bus;

import java.util.Scanner;
import org.HdrHistogram.Histogram;

/**
 * From sending a message to hearing its echo, in nanoseconds.
 *
 * @param median what half of them take at most
 * @param most what 99 of 100 take at most
 */
record RoundTripTimes(long median, long most) {
    private static final double HALF = 50;
    private static final double MOST = 99;

    static RoundTripTimes of(Histogram times) {
        return new RoundTripTimes(times.getValueAtPercentile(HALF), times.getValueAtPercentile(MOST));
    }

    /** For {@link #read}. */
    String words() {
        return median + " " + most;
    }

    static RoundTripTimes read(Scanner words) {
        return new RoundTripTimes(words.nextLong(), words.nextLong());
    }
}

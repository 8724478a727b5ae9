package org.domaintypesystem.testkit.reliable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Whether processes of a {@link Soak} take more memory in the second half of the time than in the first. */
final class Growth {
    private static final double MIB = 1 << 20;

    /** Fewer samples tell nothing. */
    private static final int LEAST_SAMPLES = 6;

    /** What memory may differ by from one time to another. */
    private static final double TOLERANCE = 1.1;

    private static final double HEAP_TOLERANCE = 4 * MIB;
    private static final double RESIDENT_TOLERANCE = 24 * MIB;

    private record Halves(double first, double second) {
        boolean grew(double tolerance) {
            return second > first * TOLERANCE + tolerance;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f, %.1f", first / MIB, second / MIB);
        }
    }

    private final List<SoakProcess> processes;
    private final int warmUp;

    /**
     * @param warmUp how many samples are of the time in which memory has to grow
     */
    Growth(List<SoakProcess> processes, int warmUp) {
        this.processes = processes;
        this.warmUp = warmUp;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (SoakProcess process : processes) {
            int samples = process.samples.size() - warmUp;
            if (samples < LEAST_SAMPLES) {
                faults.add("only %d samples of the memory of %s".formatted(samples, process));
            } else if (halves(process, Sample::heap).grew(HEAP_TOLERANCE)) {
                faults.add("the heap of %s grew, MiB: %s".formatted(process, halves(process, Sample::heap)));
            } else if (halves(process, Sample::resident).grew(RESIDENT_TOLERANCE)) {
                faults.add("%s grew, MiB: %s".formatted(process, halves(process, Sample::resident)));
            }
        }
        return faults;
    }

    String table() {
        List<String> lines = new ArrayList<>(List.of(
                SoakTable.line(List.of(
                        "MiB, median of the first half, and of the second", "heap after collection", "resident")),
                "|---|---|---|"));
        for (SoakProcess process : processes) {
            lines.add(SoakTable.line(List.of(
                    process.name,
                    halves(process, Sample::heap).toString(),
                    halves(process, Sample::resident).toString())));
        }
        return String.join("\n", lines);
    }

    private Halves halves(SoakProcess process, ToLongFunction<Sample> memory) {
        long[] all = process.samples.stream().skip(warmUp).mapToLong(memory).toArray();
        int half = all.length / 2;
        return new Halves(median(all, 0, half), median(all, half, all.length));
    }

    private static double median(long[] all, int from, int to) {
        long[] sorted = Arrays.copyOfRange(all, from, to);
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}

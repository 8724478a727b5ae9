package org.domaintypesystem.benchmarks.report;

import java.util.OptionalDouble;

/**
 * What is asked of one cell: how good one contender has to be, measured by another.
 *
 * @param table see {@link Figure}
 * @param row see {@link Figure}
 * @param measure see {@link Figure}
 * @param contender of whom it is asked
 * @param against by whom it is measured
 * @param sense whether less is better, or more
 * @param atLeast how many times as good it has to be
 * @param slack what noise may take away from the ratio, as a part of it, which then counts as reached all the same
 */
public record Target(
        String table,
        String row,
        String measure,
        String contender,
        String against,
        Sense sense,
        double atLeast,
        double slack) {
    /** The usual slack. */
    public static final double NOISE = 0.1;

    /** What is good. */
    public enum Sense {
        /** Time, memory: half as much is twice as good. */
        LESS_IS_BETTER,
        /** Messages a second: twice as many is twice as good. */
        MORE_IS_BETTER
    }

    /** What became of it. */
    public enum Outcome {
        REACHED("yes"),
        WITHIN_NOISE("within noise"),
        MISSED("**no**"),
        NOT_MEASURED("not measured");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** How many times as good it was, of medians; empty if one of them is missing. */
    public OptionalDouble ratio(Figures figures) {
        OptionalDouble ours = figures.median(table, row, contender, measure);
        OptionalDouble theirs = figures.median(table, row, against, measure);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                sense == Sense.MORE_IS_BETTER
                        ? ours.getAsDouble() / theirs.getAsDouble()
                        : theirs.getAsDouble() / ours.getAsDouble());
    }

    public Outcome outcome(Figures figures) {
        OptionalDouble ratio = ratio(figures);
        if (ratio.isEmpty()) {
            return Outcome.NOT_MEASURED;
        }
        if (ratio.getAsDouble() >= atLeast) {
            return Outcome.REACHED;
        }
        return ratio.getAsDouble() >= atLeast * (1 - slack) ? Outcome.WITHIN_NOISE : Outcome.MISSED;
    }
}

package org.domaintypesystem.benchmarks.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was asked for beside what was reached: all of it, and how much that is. */
public final class TargetTable {
    private TargetTable() {}

    public static String of(List<Target> targets, Figures figures) {
        Table table = new Table(List.of("", "with", "of", "against", "asked", "measured", "reached"));
        Map<Target.Outcome, Integer> outcomes = new EnumMap<>(Target.Outcome.class);
        for (Target target : targets) {
            OptionalDouble ratio = target.ratio(figures);
            Target.Outcome outcome = target.outcome(figures);
            outcomes.merge(outcome, 1, Integer::sum);
            table.row(List.of(
                    target.table(),
                    target.row(),
                    target.contender(),
                    target.against(),
                    Numbers.ratio(target.atLeast()) + "×",
                    ratio.isEmpty() ? "–" : Numbers.ratio(ratio.getAsDouble()) + "×",
                    outcome.toString()));
        }
        return "%s\nReached: %d of %d; within noise: %d; missed: %d; not measured: %d.\n"
                .formatted(
                        table,
                        count(Target.Outcome.REACHED, outcomes),
                        targets.size(),
                        count(Target.Outcome.WITHIN_NOISE, outcomes),
                        count(Target.Outcome.MISSED, outcomes),
                        count(Target.Outcome.NOT_MEASURED, outcomes));
    }

    private static int count(Target.Outcome outcome, Map<Target.Outcome, Integer> outcomes) {
        return outcomes.getOrDefault(outcome, 0);
    }
}

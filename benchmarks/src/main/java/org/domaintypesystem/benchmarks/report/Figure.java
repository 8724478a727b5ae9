package org.domaintypesystem.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Everything that was measured of one thing.
 *
 * @param table what was done, such as {@code encode}
 * @param row with what, such as {@code sensor}
 * @param contender by whom
 * @param measure the quantity with its unit, such as {@code ns}
 * @param values one for each time that it was measured
 */
@JsonIgnoreProperties({"median", "least", "most"})
public record Figure(String table, String row, String contender, String measure, List<Double> values) {
    public Figure {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing measured");
        }
        values = List.copyOf(values);
    }

    /** The one in the middle, or between the two there. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}

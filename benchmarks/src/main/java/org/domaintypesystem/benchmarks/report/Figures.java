package org.domaintypesystem.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes what is measured while it is, and finds it again. Keeps the order in which things were measured first. */
public final class Figures {
    private final Map<Key, List<Double>> values = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private record Key(String table, String row, String contender, String measure) {}

    public static Figures of(List<Figure> figures, List<String> faults) {
        Figures result = new Figures();
        figures.forEach(figure -> figure.values()
                .forEach(value ->
                        result.add(figure.table(), figure.row(), figure.contender(), figure.measure(), value)));
        result.faults.addAll(faults);
        return result;
    }

    /** Adds one value to those of a {@link Figure}. */
    public void add(String table, String row, String contender, String measure, double value) {
        values.computeIfAbsent(new Key(table, row, contender, measure), unused -> new ArrayList<>())
                .add(value);
    }

    /** Takes note of what could not be measured; the report says so. */
    public void fault(String text) {
        faults.add(text);
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    public List<Figure> all() {
        return values.keySet().stream().map(this::figure).toList();
    }

    private Figure figure(Key key) {
        return new Figure(key.table(), key.row(), key.contender(), key.measure(), values.getOrDefault(key, List.of()));
    }

    public Optional<Figure> find(String table, String row, String contender, String measure) {
        Key key = new Key(table, row, contender, measure);
        return values.containsKey(key) ? Optional.of(figure(key)) : Optional.empty();
    }

    public OptionalDouble median(String table, String row, String contender, String measure) {
        return find(table, row, contender, measure).stream()
                .mapToDouble(Figure::median)
                .findFirst();
    }

    /** The rows of a table. */
    public List<String> rows(String table) {
        return values.keySet().stream()
                .filter(key -> key.table().equals(table))
                .map(Key::row)
                .distinct()
                .toList();
    }

    /** Those who are in a table. */
    public List<String> contenders(String table) {
        return values.keySet().stream()
                .filter(key -> key.table().equals(table))
                .map(Key::contender)
                .distinct()
                .toList();
    }
}

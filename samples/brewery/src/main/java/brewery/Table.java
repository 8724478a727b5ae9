package brewery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text in columns: numbers to the right, everything else to the left. */
final class Table {
    /** For a number that there is none of. */
    static final String NOTHING = "-";

    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row, of as many cells as the header has. */
    Table row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells, expected " + header.size());
        }
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(header));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<?> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    String text = cells.get(column).toString();
                    String padding = " ".repeat(width(column) - text.length());
                    return isNumeric(column) ? padding + text : text + padding;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).toString().length())
                .reduce(header.get(column).length(), Math::max);
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell instanceof Number || cell.equals(NOTHING));
    }
}

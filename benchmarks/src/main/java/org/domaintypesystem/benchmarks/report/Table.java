package org.domaintypesystem.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
public final class Table {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** Adds a row with as many cells as there are columns. */
    public Table row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.size(), header.size()));
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** With a line end after each row. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(header, text);
        text.append("|---".repeat(header.size())).append("|\n");
        rows.forEach(row -> line(row, text));
        return text.toString();
    }

    private static void line(List<String> cells, StringBuilder text) {
        cells.forEach(cell -> text.append("| ").append(cell.replace("|", "\\|")).append(' '));
        text.append("|\n");
    }
}

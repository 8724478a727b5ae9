package org.domaintypesystem.maven.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A field, an alternative of a union, or a constant.
 *
 * @param numbers those it takes, ascending: one, two for a number that may be absent, none for what only holds others
 * @param name as in the schema; that of an alternative of a named union has the union's in front
 * @param doc what it means; empty if nobody said
 */
record CatalogueRow(List<Integer> numbers, String name, ShownType type, String doc) {
    CatalogueRow {
        numbers = List.copyOf(numbers);
    }

    String shownNumbers() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

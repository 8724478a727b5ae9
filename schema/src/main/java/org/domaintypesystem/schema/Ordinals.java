package org.domaintypesystem.schema;

import java.util.List;
import java.util.Optional;

/** The one rule of ordinals: dense from 0, none twice. */
final class Ordinals {
    private Ordinals() {}

    /** What is wrong with these numbers, if anything. */
    static Optional<String> fault(List<Integer> ordinals) {
        List<Integer> sorted = ordinals.stream().sorted().toList();
        for (int expected = 0; expected < sorted.size(); expected++) {
            int ordinal = sorted.get(expected);
            if (ordinal < 0) {
                return Optional.of("ordinal " + ordinal + " is negative");
            }
            if (ordinal < expected) {
                return Optional.of("ordinal @" + ordinal + " is used twice");
            }
            if (ordinal > expected) {
                return Optional.of("ordinal @" + expected + " is missing: ordinals run from @0 without gaps");
            }
        }
        return Optional.empty();
    }
}

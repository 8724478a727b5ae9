package org.domaintypesystem.maven.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What some work was done with and what came of it, as the text of a file.
 *
 * @param inputs the hash of all that it depends on; empty if the work was begun and not finished
 * @param result what was said of it
 * @param outputs the hashes of the files that it left, by their names
 */
record WorkRecord(String inputs, Work.Result result, SortedMap<String, String> outputs) {
    static final WorkRecord NONE = new WorkRecord("", new Work.Result(0, List.of()), new TreeMap<>());

    private static final String INPUTS = "inputs ";
    private static final String TYPES = "types ";
    private static final String WARNING = "warning ";
    private static final String OUTPUT = "output ";
    private static final int HASH = 64;

    WorkRecord {
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }

    /** Reads what {@link #write} wrote; of any other text it takes what it can. */
    static WorkRecord read(String text) {
        String inputs = "";
        int types = 0;
        List<String> warnings = new ArrayList<>();
        SortedMap<String, String> outputs = new TreeMap<>();
        try {
            for (String line : text.lines().toList()) {
                if (line.startsWith(INPUTS)) {
                    inputs = line.substring(INPUTS.length());
                } else if (line.startsWith(TYPES)) {
                    types = Integer.parseInt(line.substring(TYPES.length()));
                } else if (line.startsWith(WARNING)) {
                    warnings.add(line.substring(WARNING.length()).translateEscapes());
                } else if (line.startsWith(OUTPUT)) {
                    String hash = line.substring(OUTPUT.length(), OUTPUT.length() + HASH);
                    outputs.put(line.substring(OUTPUT.length() + HASH + 1).translateEscapes(), hash);
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            inputs = "";
        }
        return new WorkRecord(inputs, new Work.Result(types, warnings), outputs);
    }

    String write() {
        StringBuilder text = new StringBuilder();
        text.append(INPUTS).append(inputs).append('\n');
        text.append(TYPES).append(result.types()).append('\n');
        result.warnings()
                .forEach(warning ->
                        text.append(WARNING).append(onOneLine(warning)).append('\n'));
        outputs.forEach((name, hash) -> text.append(OUTPUT)
                .append(hash)
                .append(' ')
                .append(onOneLine(name))
                .append('\n'));
        return text.toString();
    }

    /** The same, as work that is not done. */
    WorkRecord unfinished() {
        return new WorkRecord("", result, outputs);
    }

    private static String onOneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}

package org.domaintypesystem.maven.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.domaintypesystem.schema.compatibility.SchemaChange;

/**
 * Breaking changes that somebody decided for, with the reasons: the text of a file beside the baseline. An entry is the
 * change, the lines before and after, and the reason.
 */
public final class Acceptances {
    /** The name of the file. */
    public static final String NAME = "accepted.txt";

    private static final String HEAD = """
            # Changes that break older or newer programs, and why they were made all the same.
            # Written by: mvn dts:update -Ddts.accept="the reason"
            """;
    private static final String BECAUSE = "because: ";

    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** Those of a file; none if the text is empty. */
    public static Acceptances read(String text) {
        Acceptances acceptances = new Acceptances();
        List<String> entry = new ArrayList<>();
        String reason = "";
        for (String line : (text + "\n").lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isBlank()) {
                acceptances.put(entry, reason);
                entry.clear();
                reason = "";
            } else if (line.startsWith(BECAUSE)) {
                reason = line.substring(BECAUSE.length());
            } else {
                entry.add(line.stripTrailing());
            }
        }
        acceptances.put(entry, reason);
        return acceptances;
    }

    private void put(List<String> entry, String reason) {
        if (!entry.isEmpty()) {
            reasons.put(String.join("\n", entry), reason);
        }
    }

    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** Whether somebody decided for exactly this change. */
    public boolean isAccepted(SchemaChange change) {
        return reasons.containsKey(entry(change));
    }

    /** The reason why; empty if the change was not accepted. */
    public String reason(SchemaChange change) {
        return reasons.getOrDefault(entry(change), "");
    }

    /** Accepts a change. */
    public void accept(SchemaChange change, String reason) {
        reasons.put(entry(change), reason.replaceAll("\\s+", " ").strip());
    }

    /** The text of the file. */
    public String write() {
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey() + '\n' + BECAUSE + entry.getValue() + '\n')
                .collect(Collectors.joining("\n", HEAD + '\n', ""));
    }

    private static String entry(SchemaChange change) {
        StringBuilder text = new StringBuilder(change.declaration().qualified());
        if (!change.member().isEmpty()) {
            text.append('.').append(change.member());
        }
        text.append(' ').append(change.rule());
        change.before().lines().forEach(line -> text.append("\n  - ").append(line));
        change.after().lines().forEach(line -> text.append("\n  + ").append(line));
        return text.toString();
    }
}

package org.domaintypesystem.maven.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.domaintypesystem.maven.classes.ClassFile;
import org.domaintypesystem.maven.classes.CompiledTypes.Codec;
import org.domaintypesystem.maven.classes.SourcePositions;
import org.domaintypesystem.maven.collect.ModuleSchemas;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.domaintypesystem.schema.compatibility.SchemaChange;

/** What is said of changes: the rule, where it is in the source, the lines before and after, and what to do. */
public final class ChangeReport {
    private final ModuleSchemas schemas;
    private final SourcePositions sources;

    public ChangeReport(ModuleSchemas schemas, SourcePositions sources) {
        this.schemas = schemas;
        this.sources = sources;
    }

    /** A change as text of several lines. */
    public String text(SchemaChange change, Promise promise) {
        StringBuilder text = new StringBuilder();
        source(change).ifPresent(position -> text.append(position).append(": "));
        text.append(change.declaration().qualified())
                .append(": ")
                .append(change.message())
                .append(" [")
                .append(change.rule())
                .append(']');
        for (String line : change.before().lines().toList()) {
            String position = promise.position(change.declaration(), line);
            text.append("\n  - ").append(line).append(position.isEmpty() ? "" : "    (" + position + ')');
        }
        change.after().lines().forEach(line -> text.append("\n  + ").append(line));
        return text.toString();
    }

    /** What is said when the build fails. */
    public String refusal(Comparison comparison, Compatibility level) {
        List<SchemaChange> refused = comparison.refused();
        String changes = refused.stream()
                .map(change -> text(change, comparison.promise()))
                .collect(Collectors.joining("\n\n"));
        return (refused.size() == 1 ? "a change breaks" : refused.size() + " changes break") + " what "
                + comparison.promise().name() + " promises (level " + level + "):\n\n" + changes + "\n\n"
                + "If it has to be, mvn dts:update -Ddts.accept=\"the reason\" makes a new promise.";
    }

    private Optional<String> source(SchemaChange change) {
        Codec codec = schemas.codecs().get(change.declaration().file());
        ClassFile type = codec == null ? null : codec.type();
        return type == null ? Optional.empty() : sources.of(type, change.member());
    }
}

package org.domaintypesystem.maven.check;

import java.util.List;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.collect.ModuleSchemas;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.domaintypesystem.schema.compatibility.SchemaChange;
import org.domaintypesystem.schema.compatibility.SchemaComparer;

/**
 * What changed since a promise was made, each change in one of the lists.
 *
 * @param refused not allowed at the level
 * @param accepted not allowed, but somebody decided for it
 * @param risky allowed, but worth a warning
 * @param harmless all others
 */
public record Comparison(
        Promise promise,
        List<SchemaChange> refused,
        List<SchemaChange> accepted,
        List<SchemaChange> risky,
        List<SchemaChange> harmless) {

    /**
     * Compares.
     *
     * @throws UserFault if a schema of one side cannot be read
     */
    public static Comparison of(Promise promise, ModuleSchemas schemas, Compatibility level, Acceptances acceptances)
            throws UserFault {
        List<SchemaChange> changes =
                SchemaComparer.compare(promise.files(schemas.dependencies().texts()), schemas.files());
        List<SchemaChange> breaking = changes.stream().filter(level::refuses).toList();
        return new Comparison(
                promise,
                breaking.stream()
                        .filter(change -> !acceptances.isAccepted(change))
                        .toList(),
                breaking.stream().filter(acceptances::isAccepted).toList(),
                changes.stream().filter(level::warnsOf).toList(),
                changes.stream()
                        .filter(change -> !level.refuses(change) && !level.warnsOf(change))
                        .toList());
    }

    /** Whether the schemas say something else than was promised, comments apart. */
    public boolean hasChanges() {
        return !(refused.isEmpty() && accepted.isEmpty() && risky.isEmpty() && harmless.isEmpty());
    }
}

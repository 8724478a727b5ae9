package org.domaintypesystem.schema.compatibility;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.TypeName;

/**
 * What it means that a message was written with one version of a type and is read with another, when nobody knows which of
 * the two is older. What would break a type if it were changed in one direction may be harmless in the other: a field that
 * only the writer knows is a field that was added since.
 *
 * @param isReadable whether the reader understands everything that both versions have
 * @param isWrittenNewer whether the writer's version is best explained as the newer one
 * @param changes from the older one to the newer one; if neither can be, from the writer's to the reader's
 */
public record VersionDifference(boolean isReadable, boolean isWrittenNewer, List<SchemaChange> changes) {
    public VersionDifference {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two versions.
     *
     * @param written the writer's
     * @param read the reader's
     * @throws IllegalArgumentException as {@link SchemaComparer}
     */
    public static VersionDifference between(Schema written, Schema read) {
        List<SchemaChange> toReader = SchemaComparer.compare(written, read);
        Set<TypeName> broken = declarations(toReader, Compatibility.BACKWARD::refuses);
        if (broken.isEmpty()) {
            return new VersionDifference(true, false, toReader);
        }
        List<SchemaChange> toWriter = SchemaComparer.compare(read, written);
        Set<TypeName> brokenBothWays = declarations(toWriter, Compatibility.FORWARD::refuses);
        boolean isWriterNewer = brokenBothWays.isEmpty();
        brokenBothWays.retainAll(broken);
        return new VersionDifference(brokenBothWays.isEmpty(), isWriterNewer, isWriterNewer ? toWriter : toReader);
    }

    /** Versions that went apart have the same numbers for different members, so a declaration is fine as a whole or not. */
    private static Set<TypeName> declarations(List<SchemaChange> changes, Predicate<SchemaChange> which) {
        return changes.stream().filter(which).map(SchemaChange::declaration).collect(toSet());
    }
}

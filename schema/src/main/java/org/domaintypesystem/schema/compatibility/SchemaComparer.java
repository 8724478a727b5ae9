package org.domaintypesystem.schema.compatibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;

/**
 * Compares an old with a new version of a schema, by names, numbers, types and ids:
 *
 * <pre>{@code
 * List<SchemaChange> errors = SchemaComparer.compare(old, now).stream()
 *         .filter(Compatibility.FULL::refuses)
 *         .toList();
 * }</pre>
 *
 * <p>Changes come in the order of the declarations' names. What no message shows, comments and the order of
 * declarations, is no change. Several consequences of one cause, as of a field that was inserted before others, are one
 * change.
 *
 * <p>All methods throw an {@link IllegalArgumentException} if a struct has numbers that {@link
 * org.domaintypesystem.schema.StructLayout} does not lay out; what {@link org.domaintypesystem.schema.CapnpReader} reads
 * has none of these.
 */
public final class SchemaComparer {
    private SchemaComparer() {}

    /** Compares two roots, whatever they are called, with all that they refer to. */
    public static List<SchemaChange> compare(Schema before, Schema after) {
        return changes(DeclarationPairs.of(
                new Declarations(before.nodes()), before.root(), new Declarations(after.nodes()), after.root()));
    }

    /** Compares two versions of a file. Types of other files count as the same if their ids are. */
    public static List<SchemaChange> compare(SchemaFile before, SchemaFile after) {
        return changes(DeclarationPairs.of(
                new Declarations(List.of(before.root())),
                before.root(),
                new Declarations(List.of(after.root())),
                after.root()));
    }

    /** Compares two sets of files: as well what is in files that both have as which types came and went. */
    public static List<SchemaChange> compare(Collection<SchemaFile> before, Collection<SchemaFile> after) {
        DeclarationPairs pairs = DeclarationPairs.of(declarations(before), declarations(after));
        List<SchemaChange> changes = new ArrayList<>(changes(pairs));
        for (Declaration removed : pairs.removed()) {
            if (removed.parent() == null) {
                changes.add(new SchemaChange(
                        Rule.TYPE_REMOVED,
                        removed.name(),
                        "",
                        removed.line(),
                        "",
                        removed.name().name() + ' ' + DeclarationMessages.removed(removed)));
            }
        }
        for (Declaration added : pairs.added()) {
            if (added.parent() == null) {
                changes.add(new SchemaChange(
                        Rule.TYPE_ADDED,
                        added.name(),
                        "",
                        "",
                        added.line(),
                        added.name().name() + " is a new type"));
            }
        }
        changes.sort(Comparator.comparing(SchemaChange::declaration));
        return List.copyOf(changes);
    }

    private static Declarations declarations(Collection<SchemaFile> files) {
        return new Declarations(files.stream().map(SchemaFile::root).toList());
    }

    private static List<SchemaChange> changes(DeclarationPairs pairs) {
        List<SchemaChange> changes = new ArrayList<>();
        for (DeclarationPairs.Pair pair : pairs.all()) {
            changes.addAll(new DeclarationComparer(pair, pairs).changes());
        }
        changes.sort(Comparator.comparing(SchemaChange::declaration));
        return List.copyOf(changes);
    }
}

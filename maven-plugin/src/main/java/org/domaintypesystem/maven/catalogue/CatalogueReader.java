package org.domaintypesystem.maven.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.domaintypesystem.maven.catalogue.CatalogueType.Form;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.SchemaSyntaxException;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/** Makes a catalogue of schema files. */
public final class CatalogueReader {
    private final SchemaSource own;
    private final List<SchemaSource> others;
    private final SortedMap<String, SchemaFile> files = new TreeMap<>();

    private CatalogueReader(SchemaSource own, List<SchemaSource> others) {
        this.own = own;
        this.others = others;
    }

    /**
     * The catalogue of all types of a module, and of those that they refer to, directly or not.
     *
     * @param own the module's schemas; its owner is the title
     * @param others where the types of others are looked for; of two with one path the first counts
     * @throws SchemaSyntaxException if a file is missing or cannot be read
     */
    public static Catalogue read(SchemaSource own, List<SchemaSource> others) {
        CatalogueReader reader = new CatalogueReader(own, others);
        reader.readFiles();
        return reader.catalogue();
    }

    private void readFiles() {
        Deque<String> open = new ArrayDeque<>(own.texts().keySet());
        while (!open.isEmpty()) {
            String path = open.pop();
            if (!files.containsKey(path)) {
                SchemaFile file = CapnpReader.readFile(path, this::text);
                files.put(path, file);
                for (Node node : Reference.withNested(file.root())) {
                    Reference.of(node)
                            .forEach(reference -> open.push(reference.to().file()));
                }
            }
        }
    }

    private Catalogue catalogue() {
        List<Node> roots = files.values().stream().map(SchemaFile::root).toList();
        List<Node> all = roots.stream()
                .flatMap(root -> Reference.withNested(root).stream())
                .toList();
        StandIns standIns = StandIns.among(all);
        RowReader rows = new RowReader(standIns);
        Map<TypeName, SortedSet<TypeName>> uses = new TreeMap<>();
        Map<TypeName, SortedSet<TypeName>> users = new TreeMap<>();
        for (Node node : all) {
            TypeName from = shown(node.name(), standIns);
            for (Reference reference : Reference.of(node)) {
                if (!reference.isRetired() && !standIns.contains(reference.to())) {
                    uses.computeIfAbsent(from, name -> new TreeSet<>()).add(reference.to());
                    users.computeIfAbsent(reference.to(), name -> new TreeSet<>())
                            .add(from);
                }
            }
        }
        List<CatalogueType> types = new ArrayList<>();
        for (Node node : all) {
            if (!standIns.contains(node.name())) {
                types.add(type(
                        node,
                        SchemaFingerprint.schemaId(Schema.of(node, roots)),
                        rows.rows(node),
                        List.copyOf(uses.getOrDefault(node.name(), new TreeSet<>())),
                        List.copyOf(users.getOrDefault(node.name(), new TreeSet<>()))));
            }
        }
        types.sort(Comparator.comparing((CatalogueType type) -> type.name().namespace())
                .thenComparing(type -> type.name().name()));
        return new Catalogue(own.owner(), types);
    }

    private CatalogueType type(
            Node node, long schemaId, List<CatalogueRow> rows, List<TypeName> uses, List<TypeName> usedBy) {
        List<CatalogueRow> present = new ArrayList<>();
        List<CatalogueRow> retired = new ArrayList<>();
        for (CatalogueRow row : rows) {
            CapnpNames.beforeRetirement(row.name())
                    .ifPresentOrElse(
                            name -> retired.add(new CatalogueRow(row.numbers(), name, row.type(), row.doc())),
                            () -> present.add(row));
        }
        String path = node.name().file();
        SchemaSource source = source(path);
        String text = source == null ? null : source.texts().get(path);
        boolean isNested = node.name().name().indexOf('.') >= 0;
        return new CatalogueType(
                node.name(),
                form(node),
                node.doc(),
                node.id(),
                schemaId,
                source == null ? "" : source.owner(),
                own.texts().containsKey(path),
                source != null && !isNested && source.messages().contains(path),
                text == null || isNested ? "" : text,
                present,
                retired,
                uses,
                usedBy);
    }

    private static Form form(Node node) {
        if (node instanceof StructNode struct) {
            return RowReader.isSealed(struct) ? Form.SEALED : Form.RECORD;
        }
        return Form.ENUM;
    }

    /** The type that shows what is in this one. */
    private static TypeName shown(TypeName name, StandIns standIns) {
        TypeName shown = name;
        while (standIns.contains(shown)) {
            shown = new TypeName(
                    shown.namespace(), shown.name().substring(0, shown.name().lastIndexOf('.')));
        }
        return shown;
    }

    private @Nullable String text(String path) {
        SchemaSource source = source(path);
        return source == null ? null : source.texts().get(path);
    }

    private @Nullable SchemaSource source(String path) {
        if (own.texts().containsKey(path)) {
            return own;
        }
        return others.stream()
                .filter(source -> source.texts().containsKey(path))
                .findFirst()
                .orElse(null);
    }
}

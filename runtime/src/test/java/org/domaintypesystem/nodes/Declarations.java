package org.domaintypesystem.nodes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.testing.RandomSchemas;

/** Schemas of test data, and what of them travels. */
final class Declarations {
    private Declarations() {}

    /** The schemas of all declarations of random files, nested ones too. */
    static List<Schema> random(long seed) {
        return schemas(RandomSchemas.files(seed).stream().map(SchemaFile::root).toList());
    }

    /** The schemas of declarations and of all that are nested in them. */
    static List<Schema> schemas(Collection<Node> roots) {
        List<Node> all = new ArrayList<>();
        roots.forEach(root -> collect(root, all));
        return all.stream().map(node -> Schema.of(node, roots)).toList();
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Node.StructNode struct) {
            struct.nested().forEach(inner -> collect(inner, into));
        }
    }

    /** Every node that travels, without comments and without the nested declarations that do not. */
    static SortedMap<Long, Node> travelling(Schema schema) {
        Set<Long> ids = new HashSet<>();
        schema.nodes().forEach(node -> ids.add(node.id()));
        SortedMap<Long, Node> nodes = new TreeMap<>();
        schema.nodes().forEach(node -> nodes.put(node.id(), plain(node, ids)));
        return nodes;
    }

    private static Node plain(Node node, Set<Long> ids) {
        if (node instanceof Node.StructNode struct) {
            List<Member> members = struct.members().stream()
                    .map(member -> member instanceof Member.Union union
                            ? (Member) new Member.Union(
                                    union.name(),
                                    union.alternatives().stream()
                                            .map(Declarations::plain)
                                            .toList(),
                                    "")
                            : plain((Member.Field) member))
                    .toList();
            List<Node> nested = struct.nested().stream()
                    .filter(inner -> ids.contains(inner.id()))
                    .map(inner -> plain(inner, ids))
                    .toList();
            return new Node.StructNode(struct.id(), struct.name(), members, nested, "");
        }
        return new Node.EnumNode(
                node.id(),
                node.name(),
                ((Node.EnumNode) node)
                        .enumerants().stream()
                                .map(constant -> new Node.Enumerant(constant.name(), constant.ordinal()))
                                .toList());
    }

    private static Member.Field plain(Member.Field field) {
        return new Member.Field(field.name(), field.ordinal(), field.type());
    }
}

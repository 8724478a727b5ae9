package org.domaintypesystem.schema.compatibility;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.SchemaLines;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/** All structs and enums of one version, those within others too, with what stands in them. */
final class Declarations {
    private final Map<TypeName, Declaration> byName = new LinkedHashMap<>();
    private final Map<Long, Declaration> byId = new LinkedHashMap<>();

    /** Nodes may be nested in each other: they are taken once. */
    Declarations(Collection<? extends Node> nodes) {
        Map<TypeName, Node> outermostFirst = new TreeMap<>();
        nodes.forEach(node -> outermostFirst.put(node.name(), node));
        for (Node node : outermostFirst.values()) {
            if (!byName.containsKey(node.name())) {
                add(node, null, new SchemaLines(node));
            }
        }
    }

    private void add(Node node, @Nullable Declaration parent, SchemaLines lines) {
        Declaration declaration = new Declaration(node, parent, lines);
        byName.put(node.name(), declaration);
        byId.put(node.id(), declaration);
        if (node instanceof Node.StructNode struct) {
            struct.nested().forEach(inner -> add(inner, declaration, lines));
        }
    }

    /** All, those that enclose others before these. */
    Collection<Declaration> all() {
        return byName.values();
    }

    @Nullable
    Declaration find(long id) {
        return byId.get(id);
    }

    @Nullable
    Declaration find(TypeName name) {
        return byName.get(name);
    }
}

package org.domaintypesystem.nodes;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/** The nodes of a message by their ids, with checked names. Their members have not been read yet. */
final class NodeIndex {
    private static final String CAPNP = ".capnp";

    /**
     * A struct or an enum.
     *
     * @param at its struct in the message
     * @param scope the id of what it says it stands in
     */
    record Declared(long id, long at, boolean isStruct, TypeName name, long scope) {}

    private final WireReader in;
    private final Set<Long> ids = new HashSet<>();
    private final Map<Long, Declared> declared = new TreeMap<>(Long::compareUnsigned);
    private final Map<TypeName, Declared> names = new HashMap<>();
    private final Map<Long, Long> groups = new HashMap<>();

    private NodeIndex(WireReader in) {
        this.in = in;
    }

    static NodeIndex of(WireReader in, long nodes) {
        int count = in.count(nodes);
        if (count > SchemaLimits.MAX_NODES) {
            throw new RefusedSchemaException("%d nodes, at most %d make a schema", count, SchemaLimits.MAX_NODES);
        }
        NodeIndex index = new NodeIndex(in);
        for (int i = 0; i < count; i++) {
            index.add(in.element(nodes, i));
        }
        return index;
    }

    private void add(long node) {
        long id = in.int64(node, NodeLayout.ID);
        int kind = in.uint16(node, NodeLayout.NODE_KIND);
        if (!TypeIds.isId(id)) {
            throw new RefusedSchemaException("@0x%s is no id: its top bit is not set", TypeIds.hex(id));
        }
        if (!ids.add(id)) {
            throw new RefusedSchemaException("two nodes have the id @0x%s", TypeIds.hex(id));
        }
        if (kind == NodeLayout.FILE) {
            return;
        }
        if (kind != NodeLayout.STRUCT && kind != NodeLayout.ENUM) {
            throw new RefusedSchemaException(
                    "@0x%s is of kind %s: DTS has structs and enums only",
                    TypeIds.hex(id), kind < NodeLayout.KINDS.size() ? NodeLayout.KINDS.get(kind) : kind);
        }
        if (in.bool(node, NodeLayout.IS_GENERIC_BIT) || in.count(in.structList(node, NodeLayout.PARAMETERS)) > 0) {
            throw new RefusedSchemaException("@0x%s is generic", TypeIds.hex(id));
        }
        if (kind == NodeLayout.STRUCT && in.bool(node, NodeLayout.IS_GROUP_BIT)) {
            groups.put(id, node);
            return;
        }
        TypeName name = name(node, id);
        Declared entry = new Declared(id, node, kind == NodeLayout.STRUCT, name, in.int64(node, NodeLayout.SCOPE_ID));
        declared.put(id, entry);
        if (names.put(name, entry) != null) {
            throw new RefusedSchemaException("two nodes are called %s", name);
        }
    }

    /** The name, from {@code brewery/Order.capnp:Order.Entry3}. */
    private TypeName name(long node, long id) {
        String text = in.text(node, NodeLayout.DISPLAY_NAME);
        TypeName name = text == null || text.length() > SchemaLimits.MAX_DISPLAY_NAME ? null : parse(text);
        if (text == null || name == null) {
            throw new RefusedSchemaException(
                    "the name of @0x%s is not that of a file, a colon and the type that the file is named after",
                    TypeIds.hex(id));
        }
        String prefix = text.substring(0, text.length() - name.simple().length());
        if (in.int32(node, NodeLayout.PREFIX_LENGTH) != prefix.getBytes(StandardCharsets.UTF_8).length) {
            throw new RefusedSchemaException("the name of %s has another prefix than its node says", name);
        }
        return name;
    }

    private static @Nullable TypeName parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1 || !text.substring(0, colon).endsWith(CAPNP)) {
            return null;
        }
        String file = text.substring(0, colon);
        String namespace = file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
        if (CapnpNames.namespaceFault(namespace).isPresent()) {
            return null;
        }
        String[] parts = text.substring(colon + 1).split("\\.", -1);
        if (parts.length > SchemaLimits.MAX_NESTING) {
            return null;
        }
        for (String part : parts) {
            if (CapnpNames.typeNameFault(part).isPresent()) {
                return null;
            }
        }
        TypeName name = new TypeName(namespace, text.substring(colon + 1));
        return name.file().equals(file) ? name : null;
    }

    /** All structs and enums, by unsigned id. */
    Collection<Declared> declared() {
        return declared.values();
    }

    /** The struct or enum with an id, or null. */
    @Nullable
    Declared declared(long id) {
        return declared.get(id);
    }

    /** Whether a struct, an enum or a group has this id. */
    boolean contains(long id) {
        return declared.containsKey(id) || groups.containsKey(id);
    }

    /** What a declaration stands in by its name, if that is here; null otherwise. */
    @Nullable
    Declared outer(Declared inner) {
        String name = inner.name().name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : names.get(new TypeName(inner.name().namespace(), name.substring(0, dot)));
    }

    /** Takes out the group with an id, so that nobody else gets it; null if there is none. */
    @Nullable
    Long takeGroup(long id) {
        return groups.remove(id);
    }

    boolean hasGroups() {
        return !groups.isEmpty();
    }
}

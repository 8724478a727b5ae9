package org.domaintypesystem.nodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.TypeIds;

/**
 * Reads a {@code Schema} of {@code dts.capnp} from bytes that nobody vouches for. What is read is checked in full: that
 * all references lead somewhere, that the layout is the one that follows from ordinals and types, and that type id and
 * schema id are those that were asked for. Time and memory are bounded by {@link SchemaLimits} and the message's size.
 */
public final class NodesReader {
    private final WireReader in;
    private final NodeIndex index;
    private final MembersReader members;
    private final Map<Long, Node> declarations = new HashMap<>();

    private NodesReader(WireReader in, long body) {
        this.in = in;
        this.index = NodeIndex.of(in, in.structList(body, NodeLayout.NODES));
        this.members = new MembersReader(in, index);
    }

    /**
     * Reads a message in the standard framing, whose root is the {@code Schema}.
     *
     * @param typeId of the type that was asked for
     * @param schemaId of the shape that was asked for
     * @throws RefusedSchemaException if it is not that schema
     */
    public static ReceivedSchema message(byte[] message, int offset, int length, long typeId, long schemaId) {
        if (length > SchemaLimits.MAX_BYTES) {
            throw new RefusedSchemaException(
                    "a message of %d bytes, at most %d hold a schema", length, SchemaLimits.MAX_BYTES);
        }
        try {
            WireReader in = new WireReader();
            return read(in, in.message(message, offset, length), typeId, schemaId);
        } catch (DecodeException e) {
            throw new RefusedSchemaException("no message: " + e.getMessage());
        }
    }

    /**
     * Reads a struct of a message, which should have no more than {@link SchemaLimits#MAX_BYTES}.
     *
     * @param in bounds by its budget how often the same bytes are read
     * @param body the {@code Schema}, resolved by the reader
     * @param typeId of the type that was asked for
     * @param schemaId of the shape that was asked for
     * @throws RefusedSchemaException if it is not that schema
     */
    public static ReceivedSchema read(WireReader in, long body, long typeId, long schemaId) {
        try {
            Schema schema = new NodesReader(in, body).schema(typeId);
            long found = SchemaFingerprint.schemaId(schema);
            if (found != schemaId) {
                throw new RefusedSchemaException(
                        "the schema id of %s is %s, not %s",
                        schema.root().name(), TypeIds.hex(found), TypeIds.hex(schemaId));
            }
            return new ReceivedSchema(schema, TypeIds.typeId(schema.root().name()) == typeId);
        } catch (DecodeException e) {
            throw new RefusedSchemaException("malformed nodes: " + e.getMessage());
        }
    }

    private Schema schema(long typeId) {
        NodeIndex.Declared root = index.declared(typeId);
        if (root == null || !root.isStruct()) {
            throw new RefusedSchemaException(
                    "no struct @0x%s among the nodes, which was asked for", TypeIds.hex(typeId));
        }
        Map<Long, List<NodeIndex.Declared>> nested = nested();
        for (NodeIndex.Declared declared : index.declared()) {
            if (index.outer(declared) == null) {
                declaration(declared, nested);
            }
        }
        if (index.hasGroups()) {
            throw new RefusedSchemaException("a group that is of no field");
        }
        // All that is nested in another one has been made with it.
        return Schema.of(node(root), declarations.values());
    }

    private Node node(NodeIndex.Declared declared) {
        Node node = declarations.get(declared.id());
        if (node == null) {
            throw new IllegalStateException("not reached: " + declared);
        }
        return node;
    }

    /** Which declarations stand in which struct. */
    private Map<Long, List<NodeIndex.Declared>> nested() {
        Map<Long, List<NodeIndex.Declared>> nested = new HashMap<>();
        for (NodeIndex.Declared inner : index.declared()) {
            NodeIndex.Declared outer = index.outer(inner);
            if (outer != null ? outer.id() != inner.scope() : index.contains(inner.scope())) {
                throw new RefusedSchemaException("%s is in another scope than its name says", inner.name());
            }
            if (outer != null) {
                if (!outer.isStruct()) {
                    throw new RefusedSchemaException("%s is in an enum", inner.name());
                }
                nested.computeIfAbsent(outer.id(), id -> new ArrayList<>()).add(inner);
            }
        }
        return nested;
    }

    private Node declaration(NodeIndex.Declared declared, Map<Long, List<NodeIndex.Declared>> nested) {
        Node node;
        if (declared.isStruct()) {
            List<Node> inside = new ArrayList<>();
            for (NodeIndex.Declared inner : listed(declared, nested.getOrDefault(declared.id(), List.of()))) {
                inside.add(declaration(inner, nested));
            }
            node = members.struct(declared, inside);
        } else {
            node = members.enumeration(declared);
        }
        declarations.put(declared.id(), node);
        return node;
    }

    /** The nested declarations in the order of the struct's own list, which may have more. */
    private List<NodeIndex.Declared> listed(NodeIndex.Declared struct, List<NodeIndex.Declared> nested) {
        Map<Long, Integer> places = new HashMap<>();
        long list = in.structList(struct.at(), NodeLayout.NESTED_NODES);
        for (int i = 0; i < in.count(list); i++) {
            long entry = in.element(list, i);
            long id = in.int64(entry, NodeLayout.ID);
            NodeIndex.Declared inner = index.declared(id);
            if (inner != null) {
                NodeIndex.Declared outer = index.outer(inner);
                if (outer == null
                        || outer.id() != struct.id()
                        || !inner.name().simple().equals(in.text(entry, NodeLayout.NAME))
                        || places.put(id, i) != null) {
                    throw new RefusedSchemaException("%s lists a node that is not nested in it so", struct.name());
                }
            }
        }
        List<NodeIndex.Declared> sorted = new ArrayList<>(nested);
        sorted.sort(Comparator.comparing(inner -> places.getOrDefault(inner.id(), Integer.MAX_VALUE)));
        return sorted;
    }
}

package org.domaintypesystem.nodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.Node;

/** Reads the members of structs and enums. */
final class MembersReader {
    private final WireReader in;
    private final NodeIndex index;
    private int members;

    /** Something that its source lists somewhere. */
    private record Listed(int codeOrder, Node.Enumerant constant) {}

    MembersReader(WireReader in, NodeIndex index) {
        this.in = in;
        this.index = index;
    }

    /** Reads a struct, whose nested declarations have been read, with its unions, and checks its layout. */
    Node.StructNode struct(NodeIndex.Declared declared, List<Node> nested) {
        return new StructReader(in, index, this, declared).read(nested);
    }

    Node.EnumNode enumeration(NodeIndex.Declared declared) {
        long list = list(declared.at());
        Set<String> names = new HashSet<>();
        List<Listed> constants = new ArrayList<>();
        for (int ordinal = 0; ordinal < in.count(list); ordinal++) {
            long enumerant = in.element(list, ordinal);
            String name = name(enumerant, declared, names);
            constants.add(new Listed(in.uint16(enumerant, NodeLayout.CODE_ORDER), new Node.Enumerant(name, ordinal)));
        }
        constants.sort(Comparator.comparingInt(Listed::codeOrder));
        return new Node.EnumNode(
                declared.id(),
                declared.name(),
                constants.stream().map(Listed::constant).toList());
    }

    /** The fields or enumerants of a node. */
    long list(long node) {
        long list = in.structList(node, NodeLayout.MEMBERS);
        members += in.count(list);
        if (members > SchemaLimits.MAX_FIELDS || in.count(list) > SchemaLimits.MAX_FIELDS) {
            throw new RefusedSchemaException(
                    "more fields and enumerants than a schema may have: %d", SchemaLimits.MAX_FIELDS);
        }
        return list;
    }

    /** The name of a field or an enumerant, which no other one has. */
    String name(long member, NodeIndex.Declared owner, Set<String> taken) {
        String name = in.text(member, NodeLayout.NAME);
        if (name == null
                || name.length() > SchemaLimits.MAX_NAME
                || CapnpNames.memberNameFault(name).isPresent()) {
            throw new RefusedSchemaException("a member of %s has no name of Cap'n Proto", owner.name());
        }
        if (!taken.add(name)) {
            throw new RefusedSchemaException("two members of %s are called %s", owner.name(), name);
        }
        return name;
    }

    /** The node of a group, which only one field of one struct can have. */
    long group(long id, NodeIndex.Declared owner) {
        Long node = index.takeGroup(id);
        if (node == null || in.int64(node, NodeLayout.SCOPE_ID) != owner.id()) {
            throw new RefusedSchemaException(
                    "a field of %s is a group that is not there, or not its own", owner.name());
        }
        return node;
    }
}

package org.domaintypesystem.nodes;

import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.Type;

/** Refuses to write what others would refuse to read. */
final class LimitCheck {
    private final Schema schema;
    private int nodes;
    private int fields;

    LimitCheck(Schema schema) {
        this.schema = schema;
    }

    void run() {
        for (Node node : schema.nodes()) {
            nodes += nodes(node);
            limit(node.name().name().split("\\.", -1).length, SchemaLimits.MAX_NESTING, "declarations in each other");
            name(node.name().file() + ':' + node.name().name(), SchemaLimits.MAX_DISPLAY_NAME);
            if (node instanceof Node.StructNode struct) {
                for (Member member : struct.members()) {
                    name(member.name(), SchemaLimits.MAX_NAME);
                    fields += isGroup(member) ? 1 : 0;
                }
                for (Member.Field field : struct.fields()) {
                    name(field.name(), SchemaLimits.MAX_NAME);
                    limit(depth(field.type()), SchemaLimits.MAX_LIST_DEPTH, "lists in each other");
                    fields++;
                }
            } else {
                for (Node.Enumerant constant : ((Node.EnumNode) node).enumerants()) {
                    name(constant.name(), SchemaLimits.MAX_NAME);
                    fields++;
                }
            }
        }
        limit(nodes, SchemaLimits.MAX_NODES, "structs, enums and unions");
        limit(fields, SchemaLimits.MAX_FIELDS, "fields and enumerants");
    }

    /** How many nodes a declaration takes: its own, and one for each union that has a name. */
    static int nodes(Node node) {
        int nodes = 1;
        if (node instanceof Node.StructNode struct) {
            for (Member member : struct.members()) {
                nodes += isGroup(member) ? 1 : 0;
            }
        }
        return nodes;
    }

    private static boolean isGroup(Member member) {
        return member instanceof Member.Union union && !union.isUnnamed();
    }

    private static int depth(Type type) {
        int depth = 0;
        for (Type element = type; element instanceof Type.ListOf list; element = list.element()) {
            depth++;
        }
        return depth;
    }

    private void name(String name, int most) {
        limit(name.length(), most, "characters in the name " + name.substring(0, Math.min(40, name.length())) + "…");
    }

    private void limit(int number, int most, String what) {
        if (number > most) {
            throw new EncodeException("the schema of " + schema.root().name() + " has " + number + ' ' + what
                    + ", at most " + most + " can be sent");
        }
    }
}

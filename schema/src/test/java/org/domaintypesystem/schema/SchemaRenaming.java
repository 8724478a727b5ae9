package org.domaintypesystem.schema;

import java.util.List;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node.EnumNode;
import org.domaintypesystem.schema.Node.StructNode;

/** Gives a type another name, with all that is nested in it and wherever it is referred to; ids stay. */
record SchemaRenaming(TypeName from, TypeName to) {

    static Node rename(Node node, TypeName from, TypeName to) {
        return new SchemaRenaming(from, to).node(node);
    }

    private Node node(Node node) {
        if (node instanceof StructNode struct) {
            List<Member> members = struct.members().stream().map(this::member).toList();
            List<Node> nested = struct.nested().stream().map(this::node).toList();
            return new StructNode(struct.id(), name(struct.name()), members, nested, struct.doc());
        }
        EnumNode enumeration = (EnumNode) node;
        return new EnumNode(enumeration.id(), name(enumeration.name()), enumeration.enumerants(), enumeration.doc());
    }

    private Member member(Member member) {
        if (member instanceof Union union) {
            List<Field> alternatives = union.alternatives().stream()
                    .map(field -> (Field) member(field))
                    .toList();
            return new Union(union.name(), alternatives, union.doc());
        }
        Field field = (Field) member;
        return new Field(field.name(), field.ordinal(), type(field.type()), field.doc());
    }

    private Type type(Type type) {
        if (type instanceof Type.ListOf list) {
            return new Type.ListOf(type(list.element()));
        }
        if (type instanceof Type.StructRef struct) {
            return new Type.StructRef(struct.id(), name(struct.name()));
        }
        return type instanceof Type.EnumRef enumeration
                ? new Type.EnumRef(enumeration.id(), name(enumeration.name()))
                : type;
    }

    private TypeName name(TypeName name) {
        boolean inside = name.namespace().equals(from.namespace()) && (name.name() + '.').startsWith(from.name() + '.');
        return inside
                ? new TypeName(
                        to.namespace(),
                        to.name() + name.name().substring(from.name().length()))
                : name;
    }
}

package org.domaintypesystem.schema;

import java.util.stream.Collectors;

/** How the declarations of a file read, each on one line and without comments, with types spelled as in that file. */
public final class SchemaLines {
    private final ReferenceNames names;

    /**
     * Prepares the names that the file uses for types.
     *
     * @param root the declaration that the file is named after
     */
    public SchemaLines(Node root) {
        this.names = new ReferenceNames(root);
    }

    /** The line that opens a declaration, without its brace: {@code struct Vat @0xc4823d37f52fcc19}. */
    public static String of(Node node) {
        String kind = node instanceof Node.StructNode ? "struct " : "enum ";
        return kind + node.name().simple() + " @0x" + TypeIds.hex(node.id());
    }

    /** The line of a constant: {@code celsius @0;}. */
    public static String of(Node.Enumerant enumerant) {
        return enumerant.name() + " @" + enumerant.ordinal() + ';';
    }

    /** The line of a member: {@code speed @2 :Float64;}, or {@code level :union { none @3 :Void; some @4 :Int32; }}. */
    public String of(Member member, Node scope) {
        if (member instanceof Member.Union union) {
            return union.alternatives().stream()
                    .map(field -> of(field, scope))
                    .collect(Collectors.joining(" ", opening(union) + ' ', " }"));
        }
        Member.Field field = (Member.Field) member;
        String type = of(field.type(), scope);
        // ":." would be read as one operator.
        String colon = type.startsWith(".") ? " : " : " :";
        return field.name() + " @" + field.ordinal() + colon + type + ';';
    }

    /** A type, as it is spelled within a declaration of the file. */
    public String of(Type type, Node scope) {
        if (type instanceof Type.ListOf list) {
            return CapnpNames.LIST + '(' + of(list.element(), scope) + ')';
        }
        if (type instanceof Type.StructRef struct) {
            return names.spell(struct.name(), scope);
        }
        if (type instanceof Type.EnumRef enumeration) {
            return names.spell(enumeration.name(), scope);
        }
        return ((Type.Basic) type).keyword();
    }

    /** The line that opens a union. */
    static String opening(Member.Union union) {
        return union.isUnnamed() ? "union {" : union.name() + " :union {";
    }

    ReferenceNames names() {
        return names;
    }
}

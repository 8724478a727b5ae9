package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeName;

/**
 * That a field of one type is of another one.
 *
 * @param isElement whether it is a list of it
 * @param isRetired whether the field is there no more, and only its number is kept
 */
record Reference(TypeName from, TypeName to, boolean isElement, boolean isRetired) {

    /** Those of the fields of a declaration, and not of what is declared inside it. */
    static List<Reference> of(Node node) {
        List<Reference> references = new ArrayList<>();
        if (node instanceof Node.StructNode struct) {
            for (Member member : struct.members()) {
                if (member instanceof Member.Field field) {
                    add(node, field, false, references);
                } else if (member instanceof Member.Union union) {
                    union.alternatives().forEach(field -> add(node, field, isRetired(union), references));
                }
            }
        }
        return references;
    }

    private static void add(Node node, Member.Field field, boolean isInRetired, List<Reference> references) {
        Type type = field.type();
        boolean isElement = false;
        while (type instanceof Type.ListOf list) {
            type = list.element();
            isElement = true;
        }
        boolean isRetired = isInRetired || isRetired(field);
        if (type instanceof Type.StructRef target) {
            references.add(new Reference(node.name(), target.name(), isElement, isRetired));
        } else if (type instanceof Type.EnumRef target) {
            references.add(new Reference(node.name(), target.name(), isElement, isRetired));
        }
    }

    private static boolean isRetired(Member member) {
        return CapnpNames.beforeRetirement(member.name()).isPresent();
    }

    /** A declaration with all that is declared inside it. */
    static List<Node> withNested(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Node.StructNode struct) {
            struct.nested().forEach(inner -> all.addAll(withNested(inner)));
        }
        return all;
    }
}

package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeName;

/**
 * That a field of one type is of another one.
 *
 * @param isElement whether it is a list of it
 */
record Reference(TypeName from, TypeName to, boolean isElement) {

    /** Those of the fields of a declaration, and not of what is declared inside it. */
    static List<Reference> of(Node node) {
        List<Reference> references = new ArrayList<>();
        if (node instanceof Node.StructNode struct) {
            for (Member.Field field : struct.fields()) {
                Type type = field.type();
                boolean isElement = false;
                while (type instanceof Type.ListOf list) {
                    type = list.element();
                    isElement = true;
                }
                if (type instanceof Type.StructRef target) {
                    references.add(new Reference(node.name(), target.name(), isElement));
                } else if (type instanceof Type.EnumRef target) {
                    references.add(new Reference(node.name(), target.name(), isElement));
                }
            }
        }
        return references;
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

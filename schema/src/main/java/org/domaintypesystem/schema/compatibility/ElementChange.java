package org.domaintypesystem.schema.compatibility;

import java.util.List;
import org.domaintypesystem.schema.Type;

/** How the elements of a list became others. */
final class ElementChange {
    private static final String WRAPPED = "value";

    private final Type before;
    private final Type after;
    private final DeclarationPairs declarations;

    ElementChange(Type before, Type after, DeclarationPairs declarations) {
        this.before = before;
        this.after = after;
        this.declarations = declarations;
    }

    /** Whether each struct got another one around it, which is how an element can be absent. */
    boolean isMadeNullable() {
        return isWrapped(before, declarations.contentAfter(after));
    }

    /** Whether the struct around each struct is gone. */
    boolean isMadePlain() {
        return isWrapped(after, declarations.contentBefore(before));
    }

    /** Whether Cap'n Proto has a rule for this: the elements became structs that begin with what they were. */
    boolean isLegalForOthers() {
        List<Property> content = declarations.contentAfter(after);
        return !(before instanceof Type.StructRef)
                && before != Type.Basic.BOOL
                && !content.isEmpty()
                && content.get(0).kind() == Property.Kind.PLAIN
                && declarations.isSame(before, content.get(0).type());
    }

    private boolean isWrapped(Type inner, List<Property> outer) {
        return inner instanceof Type.StructRef
                && outer.size() == 1
                && outer.get(0).name().equals(WRAPPED)
                && (declarations.isSame(inner, outer.get(0).type())
                        || declarations.isSame(outer.get(0).type(), inner));
    }
}

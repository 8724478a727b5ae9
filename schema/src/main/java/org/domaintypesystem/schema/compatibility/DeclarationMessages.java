package org.domaintypesystem.schema.compatibility;

import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/** What is said of changes of declarations as a whole. */
final class DeclarationMessages {
    private DeclarationMessages() {}

    static String removed(Declaration declaration) {
        return "is gone: programs that still publish it, or listen to it, are on their own; if it was renamed, "
                + keep(declaration.node());
    }

    static String renamed(TypeName before) {
        return "was called " + before + " and has its id";
    }

    static String form(Declaration.Form before, Declaration.Form after) {
        return "was " + before.shown + " and is " + after.shown
                + ": one cannot become the other, so give the new one another name";
    }

    static String id(Node before, Node after) {
        String consequence = ", so it is another type to all who have the old version: ";
        String ids =
                "the id @0x" + TypeIds.hex(after.id()) + " instead of @0x" + TypeIds.hex(before.id()) + consequence;
        if (before.name().equals(after.name())) {
            String fix = before.id() == TypeIds.typeId(before.name())
                    ? "take the id out of its annotation"
                    : "write " + id(before) + " in its annotation";
            return "has " + ids + fix;
        }
        return "was called " + before.name() + " and has " + ids + keep(before);
    }

    /** How to keep what a declaration was for others. */
    private static String keep(Node before) {
        StringBuilder names = new StringBuilder();
        if (!before.name().namespace().isEmpty()) {
            names.append("namespace = \"").append(before.name().namespace()).append("\", ");
        }
        names.append("name = \"").append(before.name().name()).append('"');
        return "write " + names + (before.id() == TypeIds.typeId(before.name()) ? "" : ", " + id(before))
                + " in its annotation";
    }

    private static String id(Node node) {
        return "id = 0x" + TypeIds.hex(node.id()) + 'L';
    }
}

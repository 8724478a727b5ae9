package org.domaintypesystem.schema.compatibility;

import java.util.List;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.SchemaLines;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/** A struct or an enum of one version, with what it is made of. */
final class Declaration {
    /** What Java has for it. */
    enum Form {
        RECORD("a record or class", "field"),
        SEALED("a sealed type", "permitted subtype"),
        ENUM("an enum", "constant");

        final String shown;
        final String member;

        Form(String shown, String member) {
            this.shown = shown;
            this.member = member;
        }
    }

    private final Node node;
    private final @Nullable Declaration parent;
    private final SchemaLines lines;
    private final List<Property> properties;

    /**
     * Takes a node apart.
     *
     * @param parent the declaration it is nested in; null if there is none, or if that is not known
     */
    Declaration(Node node, @Nullable Declaration parent, SchemaLines lines) {
        this.node = node;
        this.parent = parent;
        this.lines = lines;
        this.properties = Property.of(node, lines);
    }

    Node node() {
        return node;
    }

    long id() {
        return node.id();
    }

    TypeName name() {
        return node.name();
    }

    @Nullable
    Declaration parent() {
        return parent;
    }

    List<Property> properties() {
        return properties;
    }

    /** The highest number that is taken; -1 if there is none. */
    int highestNumber() {
        return properties.stream().mapToInt(Property::last).max().orElse(-1);
    }

    Form form() {
        if (node instanceof Node.StructNode struct) {
            boolean sealed = struct.members().stream()
                    .anyMatch(member -> member instanceof Member.Union union && union.isUnnamed());
            return sealed ? Form.SEALED : Form.RECORD;
        }
        return Form.ENUM;
    }

    /** The line that opens it. */
    String line() {
        return SchemaLines.of(node);
    }

    /** A type as the schema spells it here. */
    String spell(Type type) {
        return lines.of(type, node);
    }
}

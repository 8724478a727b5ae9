package org.domaintypesystem.schema;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A declaration: a struct or an enum, with its Cap'n Proto type id. */
public sealed interface Node {

    long id();

    TypeName name();

    /** What the type means, as lines of plain text; empty if nothing is known. */
    String doc();

    /**
     * A struct.
     *
     * @param members in the order in which the schema lists them
     * @param nested declarations inside this one
     */
    record StructNode(long id, TypeName name, List<Member> members, List<Node> nested, String doc) implements Node {
        public StructNode {
            members = List.copyOf(members);
            nested = List.copyOf(nested);
        }

        public StructNode(long id, TypeName name, List<Member> members) {
            this(id, name, members, List.of(), "");
        }

        /** All fields, those of unions too, by ordinal. */
        public List<Member.Field> fields() {
            return members.stream()
                    .flatMap(member -> member instanceof Member.Union union
                            ? union.alternatives().stream()
                            : Stream.of((Member.Field) member))
                    .sorted(Comparator.comparingInt(Member.Field::ordinal))
                    .toList();
        }
    }

    /** An enum; the number of an enumerant is its ordinal. */
    record EnumNode(long id, TypeName name, List<Enumerant> enumerants, String doc) implements Node {
        public EnumNode {
            enumerants = List.copyOf(enumerants);
        }

        public EnumNode(long id, TypeName name, List<Enumerant> enumerants) {
            this(id, name, enumerants, "");
        }
    }

    /** A constant of an enum, with the number that travels. */
    record Enumerant(String name, int ordinal, String doc) {
        public Enumerant(String name, int ordinal) {
            this(name, ordinal, "");
        }
    }
}

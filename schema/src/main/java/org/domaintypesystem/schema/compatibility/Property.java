package org.domaintypesystem.schema.compatibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.SchemaLines;
import org.domaintypesystem.schema.Type;

/**
 * What Java has one name for: a field, which may be absent or not, a constant of an enum, or a subtype of a sealed type.
 *
 * @param name its name; that of an alternative of a named union, other than of none and some, has the union in front
 * @param union the union it is an alternative of; empty for the unnamed one, and if there is none
 * @param ordinal the number of the value
 * @param absent the number of its absence, or {@link #NEVER}
 * @param line what the schema says of it; for an alternative of a named union, the whole union
 */
record Property(String name, Kind kind, String union, int ordinal, int absent, Type type, String line) {
    /** The number of an absence that there is not. */
    static final int NEVER = -1;

    enum Kind {
        PLAIN,
        OPTIONAL,
        ALTERNATIVE,
        CONSTANT
    }

    /** All of a declaration, by their numbers. */
    static List<Property> of(Node node, SchemaLines lines) {
        List<Property> properties = new ArrayList<>();
        if (node instanceof Node.StructNode struct) {
            struct.members().forEach(member -> add(member, struct, lines, properties));
        } else if (node instanceof Node.EnumNode enumeration) {
            for (Node.Enumerant constant : enumeration.enumerants()) {
                properties.add(new Property(
                        constant.name(),
                        Kind.CONSTANT,
                        "",
                        constant.ordinal(),
                        NEVER,
                        Type.Basic.VOID,
                        SchemaLines.of(constant)));
            }
        }
        properties.sort(Comparator.comparingInt(Property::first));
        return List.copyOf(properties);
    }

    private static void add(Member member, Node.StructNode struct, SchemaLines lines, List<Property> into) {
        if (member instanceof Member.Field field) {
            into.add(new Property(
                    field.name(), Kind.PLAIN, "", field.ordinal(), NEVER, field.type(), lines.of(field, struct)));
        } else if (member instanceof Member.Union union && union.isOptional()) {
            Member.Field some = alternative(union, Member.Union.SOME);
            into.add(new Property(
                    union.name(),
                    Kind.OPTIONAL,
                    union.name(),
                    some.ordinal(),
                    alternative(union, Member.Union.NONE).ordinal(),
                    some.type(),
                    lines.of(union, struct)));
        } else if (member instanceof Member.Union union) {
            String whole = union.isUnnamed() ? "" : lines.of(union, struct);
            for (Member.Field field : union.alternatives()) {
                String name = union.isUnnamed() ? field.name() : union.name() + '.' + field.name();
                into.add(new Property(
                        name,
                        Kind.ALTERNATIVE,
                        union.name(),
                        field.ordinal(),
                        NEVER,
                        field.type(),
                        union.isUnnamed() ? lines.of(field, struct) : whole));
            }
        }
    }

    private static Member.Field alternative(Member.Union union, String name) {
        return union.alternatives().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The lowest number it has. */
    int first() {
        return absent == NEVER ? ordinal : Math.min(ordinal, absent);
    }

    /** The highest number it has. */
    int last() {
        return Math.max(ordinal, absent);
    }

    boolean hasNumbersOf(Property other) {
        return ordinal == other.ordinal && absent == other.absent;
    }
}

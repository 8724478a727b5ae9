package org.domaintypesystem.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The number that tells one shape of a type from another. It changes with every change of names, ordinals, types or ids
 * that a message can show, compatible or not, and with nothing else: neither comments nor the order of declarations.
 */
public final class SchemaFingerprint {
    private static final String NO_UNION = "-";
    private static final String UNNAMED_UNION = "*";

    private SchemaFingerprint() {}

    /** The fingerprint: the first eight bytes, read big-endian, of SHA-256 over {@link #lines} in UTF-8. */
    public static long schemaId(Schema schema) {
        return Digest.SHA_256.firstEightBytes(lines(schema).getBytes(UTF_8));
    }

    /**
     * What the fingerprint is taken of: for every declaration that can be reached from the root, by unsigned id, a line
     * {@code struct|enum <id> <qualified name>} and behind it a line {@code <ordinal> <name> <union> <type>} per field,
     * or {@code <ordinal> <name>} per enumerant, by ordinal. Each line ends with a line feed.
     */
    public static String lines(Schema schema) {
        StringBuilder lines = new StringBuilder();
        for (Node node : schema.nodes()) {
            if (node instanceof Node.StructNode struct) {
                heading("struct", node, lines);
                fields(struct, lines);
            } else if (node instanceof Node.EnumNode enumeration) {
                heading("enum", node, lines);
                enumerants(enumeration, lines);
            }
        }
        return lines.toString();
    }

    private static void heading(String kind, Node node, StringBuilder lines) {
        line(lines, kind, TypeIds.hex(node.id()), node.name().qualified());
    }

    private static void fields(Node.StructNode struct, StringBuilder lines) {
        Map<Integer, String> unions = new HashMap<>();
        for (Member member : struct.members()) {
            if (member instanceof Member.Union union) {
                String path = union.isUnnamed() ? UNNAMED_UNION : union.name();
                union.alternatives().forEach(field -> unions.put(field.ordinal(), path));
            }
        }
        for (Member.Field field : struct.fields()) {
            line(
                    lines,
                    Integer.toString(field.ordinal()),
                    field.name(),
                    unions.getOrDefault(field.ordinal(), NO_UNION),
                    spell(field.type()));
        }
    }

    private static void enumerants(Node.EnumNode enumeration, StringBuilder lines) {
        enumeration.enumerants().stream()
                .sorted(Comparator.comparingInt(Node.Enumerant::ordinal))
                .forEach(constant -> line(lines, Integer.toString(constant.ordinal()), constant.name()));
    }

    private static String spell(Type type) {
        if (type instanceof Type.ListOf list) {
            return "List(" + spell(list.element()) + ')';
        }
        if (type instanceof Type.StructRef struct) {
            return TypeIds.hex(struct.id());
        }
        if (type instanceof Type.EnumRef enumeration) {
            return TypeIds.hex(enumeration.id());
        }
        return ((Type.Basic) type).keyword();
    }

    private static void line(StringBuilder lines, String... words) {
        lines.append(String.join(" ", words)).append('\n');
    }
}

package org.domaintypesystem.schema.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Node.EnumNode;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.jspecify.annotations.Nullable;

/** Makes values of a struct, in the text that {@code capnp encode} reads. */
public final class RandomValues {
    private static final int MAX_DEPTH = 4;

    private final Map<Long, Node> nodes;
    private final Random random;

    public RandomValues(Map<Long, Node> nodes, Random random) {
        this.nodes = nodes;
        this.random = random;
    }

    public String of(StructNode struct) {
        return struct(struct, 0);
    }

    private String struct(StructNode struct, int depth) {
        List<String> assignments = new ArrayList<>();
        for (Member member : struct.members()) {
            if (member instanceof Union union) {
                String alternative = alternative(union, depth);
                assignments.add(union.isUnnamed() ? alternative : union.name() + " = (" + alternative + ')');
            } else if (member instanceof Field field) {
                String value = value(field.type(), depth);
                if (value != null) {
                    assignments.add(field.name() + " = " + value);
                }
            }
        }
        return assignments.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** Every union here has a void alternative, which is always possible. */
    private String alternative(Union union, int depth) {
        Field chosen =
                union.alternatives().get(random.nextInt(union.alternatives().size()));
        String value = value(chosen.type(), depth);
        if (value == null) {
            chosen = union.alternatives().stream()
                    .filter(field -> field.type() == Type.Basic.VOID)
                    .findFirst()
                    .orElseThrow();
            value = "void";
        }
        return chosen.name() + " = " + value;
    }

    /** A value, or null if there is none that is small enough. */
    private @Nullable String value(Type type, int depth) {
        if (type instanceof Type.ListOf list) {
            if (depth == MAX_DEPTH) {
                return "[]";
            }
            List<String> elements = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value(list.element(), depth + 1))
                    .toList();
            return elements.contains(null) ? "[]" : elements.stream().collect(Collectors.joining(", ", "[", "]"));
        }
        if (type instanceof Type.StructRef reference) {
            return depth == MAX_DEPTH ? null : struct((StructNode) node(reference.id()), depth + 1);
        }
        if (type instanceof Type.EnumRef reference) {
            List<Node.Enumerant> constants = ((EnumNode) node(reference.id())).enumerants();
            return constants.isEmpty()
                    ? null
                    : constants.get(random.nextInt(constants.size())).name();
        }
        return basic((Type.Basic) type);
    }

    private @Nullable String basic(Type.Basic type) {
        return switch (type) {
            case VOID -> "void";
            case BOOL -> Boolean.toString(random.nextBoolean());
            case INT8 -> Byte.toString((byte) random.nextInt());
            case INT16 -> Short.toString((short) random.nextInt());
            case INT32 -> Integer.toString(random.nextInt());
            case INT64 -> Long.toString(random.nextLong());
            case UINT8 -> Integer.toString(random.nextInt(1 << 8));
            case UINT16 -> Integer.toString(random.nextInt(1 << 16));
            case UINT32 -> Integer.toUnsignedString(random.nextInt());
            case UINT64 -> Long.toUnsignedString(random.nextLong());
            case FLOAT32, FLOAT64 -> Double.toString((random.nextInt(2000) - 1000) / 8.0);
            case TEXT -> '"' + "mash".substring(random.nextInt(4)) + '"';
            case DATA -> "0x\"%02x\"".formatted(random.nextInt(1 << 8));
            case ANY_POINTER -> null;
        };
    }

    private Node node(long id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no declaration " + TypeIds.hex(id));
        }
        return node;
    }
}

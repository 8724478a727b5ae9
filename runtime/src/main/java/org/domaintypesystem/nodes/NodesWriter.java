package org.domaintypesystem.nodes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.StructLayout;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schema as a {@code Schema} of {@code dts.capnp}: a list of the nodes that the {@code capnp} compiler makes of
 * the same declarations. The root comes first, then the others by id; behind each struct come the groups that its named
 * unions are. Comments, files, and declarations that no field refers to are left out.
 */
public final class NodesWriter {
    private static final int FIRST_SIZE = 1 << 12;
    private static final int NODE_BYTES = (NodeLayout.NODE_DATA_WORDS + NodeLayout.NODE_POINTERS) * Long.BYTES;
    private static final int FIELD_BYTES = (NodeLayout.FIELD_DATA_WORDS + NodeLayout.FIELD_POINTERS) * Long.BYTES;

    private final Map<TypeName, Node> nodes = new HashMap<>();
    private final byte[] out;
    private final int limit;
    private int end;
    /** Where the next node goes. */
    private int at;

    /** A field in the order of the compiler: a plain one, or the group that a named union is. */
    private record Row(String name, int ordinal, int codeOrder, Member member) {}

    private NodesWriter(Schema schema, byte[] out, int end, int limit) {
        schema.nodes().forEach(node -> nodes.put(node.name(), node));
        this.out = out;
        this.end = end;
        this.limit = limit;
    }

    /**
     * A message in the standard framing, whose root is the {@code Schema}.
     *
     * @throws EncodeException if the schema is larger than {@link SchemaLimits} allow
     */
    public static byte[] message(Schema schema) {
        for (int size = FIRST_SIZE; ; size *= 2) {
            byte[] message = new byte[size];
            try {
                int end = write(schema, message, Framing.BYTES, Framing.BYTES + Long.BYTES, size);
                Framing.write(message, 0, end);
                return Arrays.copyOf(message, end);
            } catch (OutOfSpaceException e) {
                if (size >= SchemaLimits.MAX_BYTES) {
                    throw new EncodeException("the schema of " + schema.root().name() + " takes more than "
                            + SchemaLimits.MAX_BYTES + " bytes");
                }
            }
        }
    }

    /**
     * Writes a {@code Schema} at {@code end} and points to it.
     *
     * @param pointer index of the pointer
     * @param limit index behind the last byte that may be used
     * @return the new end
     * @throws OutOfSpaceException if it does not fit
     * @throws EncodeException if the schema is larger than {@link SchemaLimits} allow
     */
    public static int write(Schema schema, byte[] out, int pointer, int end, int limit) {
        new LimitCheck(schema).run();
        int after = WireWriter.struct(out, pointer, end, 0, 1, limit);
        return new NodesWriter(schema, out, after, limit).nodes(schema, end);
    }

    private int nodes(Schema schema, int pointer) {
        int count = schema.nodes().stream().mapToInt(LimitCheck::nodes).sum();
        at = end + Long.BYTES;
        end = WireWriter.structList(
                out, pointer, end, count, NodeLayout.NODE_DATA_WORDS, NodeLayout.NODE_POINTERS, limit);
        node(schema.root());
        for (Node node : schema.nodes()) {
            if (node.id() != schema.root().id()) {
                node(node);
            }
        }
        return end;
    }

    private void node(Node node) {
        if (node instanceof Node.StructNode struct) {
            struct(struct);
        } else {
            enumeration((Node.EnumNode) node);
        }
    }

    private void struct(Node.StructNode struct) {
        StructLayout layout = StructLayout.of(struct);
        List<Row> rows = rows(struct);
        Member.Union unnamed = unnamed(struct);
        String name = displayName(struct.name());
        int node = begin(struct.id(), name, struct.name().simple(), scope(struct.name()));
        struct(node, layout, unnamed, false);
        nestedNodes(node, struct);
        int fields = members(node, rows.size(), NodeLayout.FIELD_DATA_WORDS, NodeLayout.FIELD_POINTERS);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int field = fields + i * FIELD_BYTES;
            if (row.member() instanceof Member.Union) {
                group(field, row, TypeIds.groupId(struct.id(), i));
            } else {
                slot(field, row.codeOrder(), (Member.Field) row.member(), layout);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).member() instanceof Member.Union union) {
                int group =
                        begin(TypeIds.groupId(struct.id(), i), name + '.' + union.name(), union.name(), struct.id());
                union(group, union, layout);
            }
        }
    }

    /** The fields of a struct by ordinal; a group is where its lowest ordinal is. */
    private static List<Row> rows(Node.StructNode struct) {
        List<Row> rows = new ArrayList<>();
        for (Member member : struct.members()) {
            if (member instanceof Member.Union union && union.isUnnamed()) {
                for (Member.Field field : union.alternatives()) {
                    rows.add(new Row(field.name(), field.ordinal(), rows.size(), field));
                }
            } else {
                rows.add(new Row(member.name(), firstOrdinal(member), rows.size(), member));
            }
        }
        rows.sort(Comparator.comparingInt(Row::ordinal));
        return rows;
    }

    private static int firstOrdinal(Member member) {
        return member instanceof Member.Union union
                ? union.alternatives().stream()
                        .mapToInt(Member.Field::ordinal)
                        .min()
                        .orElseThrow()
                : ((Member.Field) member).ordinal();
    }

    private static Member.@Nullable Union unnamed(Node.StructNode struct) {
        for (Member member : struct.members()) {
            if (member instanceof Member.Union union && union.isUnnamed()) {
                return union;
            }
        }
        return null;
    }

    private void union(int node, Member.Union union, StructLayout layout) {
        struct(node, layout, union, true);
        List<Member.Field> listed = union.alternatives();
        List<Member.Field> fields = new ArrayList<>(listed);
        fields.sort(Comparator.comparingInt(Member.Field::ordinal));
        int at = members(node, fields.size(), NodeLayout.FIELD_DATA_WORDS, NodeLayout.FIELD_POINTERS);
        for (int i = 0; i < fields.size(); i++) {
            slot(at + i * FIELD_BYTES, listed.indexOf(fields.get(i)), fields.get(i), layout);
        }
    }

    /** What all kinds of nodes have. */
    private int begin(long id, String displayName, String simpleName, long scope) {
        int node = at;
        at += NODE_BYTES;
        zero(node, NODE_BYTES);
        int prefix = displayName
                .substring(0, displayName.length() - simpleName.length())
                .getBytes(StandardCharsets.UTF_8)
                .length;
        WireWriter.int64(out, node + NodeLayout.ID, id);
        WireWriter.int32(out, node + NodeLayout.PREFIX_LENGTH, prefix);
        WireWriter.int64(out, node + NodeLayout.SCOPE_ID, scope);
        text(node, NodeLayout.NODE_DATA_WORDS, NodeLayout.DISPLAY_NAME, displayName);
        return node;
    }

    private void struct(int node, StructLayout layout, Member.@Nullable Union union, boolean isGroup) {
        WireWriter.int16(out, node + NodeLayout.NODE_KIND, (short) NodeLayout.STRUCT);
        WireWriter.int16(out, node + NodeLayout.DATA_WORD_COUNT, (short) layout.dataWords());
        WireWriter.int16(out, node + NodeLayout.POINTER_COUNT, (short) layout.pointerCount());
        WireWriter.int16(out, node + NodeLayout.LIST_ENCODING, (short) NodeLayout.INLINE_COMPOSITE);
        WireWriter.int8(out, node + NodeLayout.IS_GROUP_BIT / Byte.SIZE, (byte) (isGroup ? 1 : 0));
        if (union != null) {
            WireWriter.int16(out, node + NodeLayout.DISCRIMINANT_COUNT, (short)
                    union.alternatives().size());
            WireWriter.int32(out, node + NodeLayout.DISCRIMINANT_OFFSET, layout.tagOffset(union));
        }
    }

    /** Those nested declarations that are nodes of this schema. */
    private void nestedNodes(int node, Node.StructNode struct) {
        List<Node> nested = struct.nested().stream()
                .filter(inner -> nodes.containsKey(inner.name()))
                .toList();
        if (!nested.isEmpty()) {
            int list = list(
                    node + (NodeLayout.NODE_DATA_WORDS + NodeLayout.NESTED_NODES) * Long.BYTES,
                    nested.size(),
                    NodeLayout.NESTED_DATA_WORDS,
                    NodeLayout.NESTED_POINTERS);
            for (Node inner : nested) {
                WireWriter.int64(out, list, inner.id());
                text(
                        list,
                        NodeLayout.NESTED_DATA_WORDS,
                        NodeLayout.NAME,
                        inner.name().simple());
                list += (NodeLayout.NESTED_DATA_WORDS + NodeLayout.NESTED_POINTERS) * Long.BYTES;
            }
        }
    }

    private void enumeration(Node.EnumNode enumeration) {
        TypeName name = enumeration.name();
        int node = begin(enumeration.id(), displayName(name), name.simple(), scope(name));
        WireWriter.int16(out, node + NodeLayout.NODE_KIND, (short) NodeLayout.ENUM);
        List<Node.Enumerant> listed = enumeration.enumerants();
        int at = members(node, listed.size(), NodeLayout.ENUMERANT_DATA_WORDS, NodeLayout.ENUMERANT_POINTERS);
        int bytes = (NodeLayout.ENUMERANT_DATA_WORDS + NodeLayout.ENUMERANT_POINTERS) * Long.BYTES;
        for (int codeOrder = 0; codeOrder < listed.size(); codeOrder++) {
            Node.Enumerant constant = listed.get(codeOrder);
            int enumerant = at + constant.ordinal() * bytes;
            WireWriter.int64(out, enumerant, codeOrder);
            text(enumerant, NodeLayout.ENUMERANT_DATA_WORDS, NodeLayout.NAME, constant.name());
        }
    }

    private void group(int at, Row row, long id) {
        field(at, row.name(), row.codeOrder());
        WireWriter.int16(out, at + NodeLayout.FIELD_KIND, (short) NodeLayout.GROUP);
        WireWriter.int64(out, at + NodeLayout.GROUP_ID, id);
    }

    private void slot(int at, int codeOrder, Member.Field field, StructLayout layout) {
        StructLayout.Slot slot = layout.slot(field);
        field(at, field.name(), codeOrder);
        if (slot.tag() != StructLayout.Slot.NO_TAG) {
            WireWriter.int16(out, at + NodeLayout.DISCRIMINANT, (short) (slot.tag() ^ NodeLayout.NO_DISCRIMINANT));
        }
        WireWriter.int32(out, at + NodeLayout.OFFSET, slot.offset());
        WireWriter.int16(out, at + NodeLayout.FIELD_KIND, (short) NodeLayout.SLOT);
        WireWriter.int16(out, at + NodeLayout.ORDINAL_KIND, (short) NodeLayout.EXPLICIT);
        WireWriter.int16(out, at + NodeLayout.ORDINAL, (short) field.ordinal());
        type(pointer(at, NodeLayout.FIELD_DATA_WORDS, NodeLayout.TYPE), field.type());
        int value = end;
        end = WireWriter.struct(out, pointer(at, NodeLayout.FIELD_DATA_WORDS, NodeLayout.DEFAULT), value, 1, 0, limit);
        WireWriter.int64(out, value, NodeLayout.kind(field.type()));
    }

    /** What both kinds of fields have. */
    private void field(int at, String name, int codeOrder) {
        zero(at, FIELD_BYTES);
        WireWriter.int16(out, at + NodeLayout.CODE_ORDER, (short) codeOrder);
        text(at, NodeLayout.FIELD_DATA_WORDS, NodeLayout.NAME, name);
    }

    private void zero(int from, int bytes) {
        Arrays.fill(out, from, from + bytes, (byte) 0);
    }

    /** A type takes no more words than it needs. */
    private void type(int pointer, Type type) {
        int at = end;
        boolean isList = type instanceof Type.ListOf;
        boolean isReference = type instanceof Type.StructRef || type instanceof Type.EnumRef;
        end = WireWriter.struct(out, pointer, at, isReference ? 2 : 1, isList ? 1 : 0, limit);
        WireWriter.int64(out, at, NodeLayout.kind(type));
        if (type instanceof Type.ListOf list) {
            type(at + Long.BYTES, list.element());
        } else if (type instanceof Type.StructRef struct) {
            WireWriter.int64(out, at + NodeLayout.REFERENCE, struct.id());
        } else if (type instanceof Type.EnumRef enumeration) {
            WireWriter.int64(out, at + NodeLayout.REFERENCE, enumeration.id());
        }
    }

    private int members(int node, int count, int dataWords, int pointers) {
        return list(pointer(node, NodeLayout.NODE_DATA_WORDS, NodeLayout.MEMBERS), count, dataWords, pointers);
    }

    /** Allocates a list of structs; returns where the first one is. */
    private int list(int pointer, int count, int dataWords, int pointers) {
        int first = end + Long.BYTES;
        end = WireWriter.structList(out, pointer, end, count, dataWords, pointers, limit);
        return first;
    }

    private void text(int struct, int dataWords, int index, String text) {
        end = WireWriter.text(out, pointer(struct, dataWords, index), text, end, limit, "schema");
    }

    private static int pointer(int struct, int dataWords, int index) {
        return struct + (dataWords + index) * Long.BYTES;
    }

    private static String displayName(TypeName name) {
        return name.file() + ':' + name.name();
    }

    /** What the declaration stands in: a node of this schema, or its file; 0 for a declaration that is not here. */
    private long scope(TypeName name) {
        int dot = name.name().lastIndexOf('.');
        if (dot < 0) {
            return TypeIds.fileId(name.file());
        }
        Node outer = nodes.get(new TypeName(name.namespace(), name.name().substring(0, dot)));
        return outer == null ? 0 : outer.id();
    }
}

package org.domaintypesystem.nodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.StructLayout;

/** Reads one struct with the groups that its named unions are, and checks that it is laid out as its members say. */
final class StructReader {
    private final WireReader in;
    private final MembersReader members;
    private final TypesReader types;
    private final NodeIndex.Declared declared;
    private final List<Place> places = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();

    /** A member, where its source has it. */
    private record Listed(int codeOrder, Member member) {}

    /** A field, and where its node says that it is. */
    private record Place(Member.Field field, int offset, int discriminant) {}

    /** A union, and where its node says that its tag is. */
    private record Tag(Member.Union union, int offset) {}

    StructReader(WireReader in, NodeIndex index, MembersReader members, NodeIndex.Declared declared) {
        this.in = in;
        this.members = members;
        this.types = new TypesReader(in, index, declared);
        this.declared = declared;
    }

    Node.StructNode read(List<Node> nested) {
        List<Listed> listed = new ArrayList<>();
        List<Listed> alternatives = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long list = members.list(declared.at());
        for (int i = 0; i < in.count(list); i++) {
            long field = in.element(list, i);
            String name = members.name(field, declared, names);
            int codeOrder = in.uint16(field, NodeLayout.CODE_ORDER);
            boolean isAlternative = discriminant(field) != NodeLayout.NO_DISCRIMINANT;
            int kind = in.uint16(field, NodeLayout.FIELD_KIND);
            if (kind == NodeLayout.SLOT) {
                (isAlternative ? alternatives : listed).add(new Listed(codeOrder, slot(field, name)));
            } else if (kind == NodeLayout.GROUP && !isAlternative) {
                listed.add(new Listed(codeOrder, group(field, name)));
            } else {
                throw refused(name, "is a group in a union, or of a kind that DTS has not");
            }
        }
        if (!alternatives.isEmpty()) {
            Member.Union unnamed = union(declared.at(), "", alternatives);
            int first = alternatives.stream().mapToInt(Listed::codeOrder).min().orElseThrow();
            listed.add(new Listed(first, unnamed));
        } else if (in.uint16(declared.at(), NodeLayout.DISCRIMINANT_COUNT) != 0
                || in.int32(declared.at(), NodeLayout.DISCRIMINANT_OFFSET) != 0) {
            throw new RefusedSchemaException("%s has a tag and no union", declared.name());
        }
        listed.sort(Comparator.comparingInt(Listed::codeOrder));
        Node.StructNode struct = new Node.StructNode(
                declared.id(),
                declared.name(),
                listed.stream().map(Listed::member).toList(),
                nested,
                "");
        checkLayout(struct);
        return struct;
    }

    private int discriminant(long field) {
        return in.uint16(field, NodeLayout.DISCRIMINANT) ^ NodeLayout.NO_DISCRIMINANT;
    }

    /** A named union: a group of alternatives only. */
    private Member.Union group(long field, String name) {
        long group = members.group(in.int64(field, NodeLayout.GROUP_ID), declared);
        if (in.uint16(field, NodeLayout.ORDINAL_KIND) == NodeLayout.EXPLICIT) {
            throw refused(name, "is a group with an ordinal of its own");
        }
        if (in.uint16(group, NodeLayout.DATA_WORD_COUNT) != in.uint16(declared.at(), NodeLayout.DATA_WORD_COUNT)
                || in.uint16(group, NodeLayout.POINTER_COUNT) != in.uint16(declared.at(), NodeLayout.POINTER_COUNT)) {
            throw refused(name, "is a group of another size than its struct");
        }
        List<Listed> alternatives = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long list = members.list(group);
        for (int i = 0; i < in.count(list); i++) {
            long alternative = in.element(list, i);
            String alternativeName = members.name(alternative, declared, names);
            if (discriminant(alternative) == NodeLayout.NO_DISCRIMINANT
                    || in.uint16(alternative, NodeLayout.FIELD_KIND) != NodeLayout.SLOT) {
                throw refused(name, "is a group, and not a union of plain fields");
            }
            alternatives.add(
                    new Listed(in.uint16(alternative, NodeLayout.CODE_ORDER), slot(alternative, alternativeName)));
        }
        return union(group, name, alternatives);
    }

    private Member.Union union(long node, String name, List<Listed> alternatives) {
        if (alternatives.size() < 2 || in.uint16(node, NodeLayout.DISCRIMINANT_COUNT) != alternatives.size()) {
            throw refused(name, "is a union of another number of fields than its node says, or of less than two");
        }
        alternatives.sort(Comparator.comparingInt(Listed::codeOrder));
        List<Member.Field> fields = new ArrayList<>();
        alternatives.forEach(alternative -> fields.add((Member.Field) alternative.member()));
        Member.Union union = new Member.Union(name, fields, "");
        tags.add(new Tag(union, in.int32(node, NodeLayout.DISCRIMINANT_OFFSET)));
        return union;
    }

    private Member.Field slot(long field, String name) {
        if (in.uint16(field, NodeLayout.ORDINAL_KIND) != NodeLayout.EXPLICIT) {
            throw refused(name, "has no ordinal");
        }
        Member.Field read =
                new Member.Field(name, in.uint16(field, NodeLayout.ORDINAL), types.typeWithoutDefault(field, name));
        places.add(new Place(read, in.int32(field, NodeLayout.OFFSET), discriminant(field)));
        return read;
    }

    private void checkLayout(Node.StructNode struct) {
        StructLayout layout = layout(struct);
        if (in.uint16(declared.at(), NodeLayout.DATA_WORD_COUNT) != layout.dataWords()
                || in.uint16(declared.at(), NodeLayout.POINTER_COUNT) != layout.pointerCount()) {
            throw new RefusedSchemaException(
                    "%s has %d words and %d pointers by its fields, other numbers by its node",
                    struct.name(), layout.dataWords(), layout.pointerCount());
        }
        for (Place place : places) {
            StructLayout.Slot slot = layout.slot(place.field());
            int tag = slot.tag() == StructLayout.Slot.NO_TAG ? NodeLayout.NO_DISCRIMINANT : slot.tag();
            if (place.offset() != slot.offset() || place.discriminant() != tag) {
                throw refused(place.field().name(), "does not lie where its ordinal and its type place it");
            }
        }
        for (Tag tag : tags) {
            if (tag.offset() != layout.tagOffset(tag.union())) {
                throw refused(tag.union().name(), "has its tag not where the ordinals of its fields place it");
            }
        }
    }

    private static StructLayout layout(Node.StructNode struct) {
        try {
            return StructLayout.of(struct);
        } catch (IllegalArgumentException e) {
            // Ordinals with gaps, and unions that DTS has not: both are said of a struct whose names are legal.
            throw new RefusedSchemaException(String.valueOf(e.getMessage()));
        }
    }

    private RefusedSchemaException refused(String member, String why) {
        return new RefusedSchemaException(
                declared.name() + (member.isEmpty() ? ": its unnamed union" : "." + member) + ' ' + why);
    }
}

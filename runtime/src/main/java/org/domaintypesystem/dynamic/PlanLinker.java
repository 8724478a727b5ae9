package org.domaintypesystem.dynamic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.StructLayout;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.domaintypesystem.schema.Type;
import org.jspecify.annotations.Nullable;

/** Makes the plans of all declarations of a schema, which know each other. */
final class PlanLinker {
    private static final int MAX_LISTS = 64;
    /** Words or pointers, as a pointer to a struct can say it. */
    private static final int MAX_SECTION = 0xFFFF;

    private static final int TAG_BITS = 16;

    private final Schema schema;
    private final Map<Long, StructPlan> structs = new HashMap<>();
    private final Map<Long, EnumPlan> enums = new HashMap<>();

    private PlanLinker(Schema schema) {
        this.schema = schema;
    }

    /** The plan of a schema's root, which is a struct. */
    static StructPlan link(Schema schema) {
        return new PlanLinker(schema).link();
    }

    private StructPlan link() {
        Set<Long> recursive = RecursiveStructs.in(schema);
        for (Node node : schema.nodes()) {
            if (node instanceof Node.StructNode struct) {
                StructLayout layout = StructLayout.of(struct);
                if (Math.max(layout.dataWords(), layout.pointerCount()) > MAX_SECTION) {
                    throw new IllegalArgumentException(struct.name() + " is larger than a struct can be");
                }
                structs.put(node.id(), new StructPlan(struct, layout, recursive.contains(node.id())));
            } else if (node instanceof Node.EnumNode enumeration) {
                enums.put(node.id(), new EnumPlan(enumeration));
            }
        }
        structs.values().forEach(this::fill);
        return struct(schema.root().id());
    }

    private void fill(StructPlan plan) {
        Node.StructNode node = plan.node();
        StructLayout layout = StructLayout.of(node);
        for (Member member : node.members()) {
            if (member instanceof Member.Field field) {
                add(plan, field(node, field, layout));
            } else if (member instanceof Union union) {
                add(plan, union, layout);
            }
        }
    }

    private static void add(StructPlan plan, FieldPlan field) {
        plan.addMember(field);
        if (field.pointer() != null) {
            plan.addPointer(field);
        }
    }

    private void add(StructPlan plan, Union union, StructLayout layout) {
        Node.StructNode node = plan.node();
        String path = union.isUnnamed() ? node.name().qualified() : node.name() + "." + union.name();
        UnionPlan unionPlan = new UnionPlan(union.name(), path, layout.tagOffset(union) * TAG_BITS);
        List<FieldPlan> byTag = union.alternatives().stream()
                .sorted(Comparator.comparingInt(field -> layout.slot(field).tag()))
                .map(field -> field(node, field, layout)
                        .in(unionPlan, layout.slot(field).tag()))
                .toList();
        unionPlan.setAlternatives(byTag);
        byTag.stream().filter(field -> field.pointer() != null).forEach(plan::addPointer);
        if (union.isOptional()) {
            int none = byTag.get(0).name().equals(Union.NONE) ? 0 : 1;
            plan.addMember(byTag.get(1 - none).optional(union.name(), path, unionPlan, 1 - none, none));
        } else if (union.isUnnamed()) {
            plan.setUnnamed(unionPlan);
            for (Member.Field field : union.alternatives()) {
                plan.addMember(byTag.get(layout.slot(field).tag()));
            }
        } else {
            plan.addMember(unionPlan);
        }
    }

    private FieldPlan field(Node.StructNode node, Member.Field field, StructLayout layout) {
        String path = node.name() + "." + field.name();
        Slot slot = layout.slot(field);
        if (slot.storage().isData()) {
            return FieldPlan.ofScalar(
                    field.name(),
                    path,
                    scalar(field.type()),
                    slot.offset() * slot.storage().bits());
        }
        return field.type() == Type.Basic.VOID
                ? FieldPlan.ofVoid(field.name(), path)
                : FieldPlan.ofPointer(field.name(), path, pointer(field.type(), 0), slot.offset());
    }

    private ScalarPlan scalar(Type type) {
        return type instanceof Type.EnumRef reference
                ? required(enums.get(reference.id()), reference)
                : BasicPlan.of((Type.Basic) type);
    }

    private PointerPlan pointer(Type type, int lists) {
        if (type instanceof Type.ListOf list) {
            if (lists == MAX_LISTS) {
                throw new IllegalArgumentException("lists of lists, more than " + MAX_LISTS + " in each other");
            }
            return new ListPlan(element(list.element(), lists + 1));
        }
        if (type instanceof Type.StructRef reference) {
            StandardPlan<?> standard = StandardPlan.find(reference.id());
            return standard == null ? struct(reference.id()) : standard;
        }
        return switch ((Type.Basic) type) {
            case TEXT -> TextPlan.INSTANCE;
            case DATA -> DataPlan.INSTANCE;
            case ANY_POINTER -> OpaquePlan.INSTANCE;
            default -> throw new IllegalArgumentException(type + " does not lie behind a pointer");
        };
    }

    private ElementPlan element(Type type, int lists) {
        if (type == Type.Basic.VOID) {
            return VoidPlan.INSTANCE;
        }
        return type.storage().isData() ? scalar(type) : pointer(type, lists);
    }

    private StructPlan struct(long id) {
        return required(structs.get(id), schema.node(id));
    }

    private static <T> T required(@Nullable T plan, Object reference) {
        if (plan == null) {
            throw new IllegalArgumentException(
                    reference + " is a declaration of another kind than the one referred to");
        }
        return plan;
    }
}

package org.domaintypesystem.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.domaintypesystem.schema.Member.Union;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of a struct lie, as Cap'n Proto lays them out.
 *
 * @param dataWords size of the data section, in words of eight bytes
 * @param pointerCount size of the pointer section, in pointers
 * @param slots the slot of every field, by ordinal
 * @param tagOffsets where each union keeps its tag, by the name of the union: an offset in units of 16 bits
 */
public record StructLayout(int dataWords, int pointerCount, List<Slot> slots, Map<String, Integer> tagOffsets) {

    public StructLayout {
        slots = List.copyOf(slots);
        tagOffsets = Map.copyOf(tagOffsets);
    }

    /**
     * The place of a field.
     *
     * @param offset from the start of the section, in units of the size of the value; 0 for a value without storage
     * @param tag what the tag of the union says when it holds this field; {@link #NO_TAG} outside of unions
     */
    public record Slot(Storage storage, int offset, int tag) {
        public static final int NO_TAG = -1;
    }

    /**
     * Lays a struct out.
     *
     * @throws IllegalArgumentException if ordinals are missing or used twice, or if a union is of a kind that DTS does
     *     not emit
     */
    public static StructLayout of(Node.StructNode struct) {
        List<Member.Field> fields = struct.fields();
        Ordinals.fault(fields.stream().map(Member.Field::ordinal).toList()).ifPresent(fault -> refuse(struct, fault));
        Map<Integer, UnionPlan> plans = new HashMap<>();
        Map<String, UnionPlan> plansByName = new HashMap<>();
        for (Member member : struct.members()) {
            if (member instanceof Union union) {
                unionFault(union).ifPresent(fault -> refuse(struct, fault));
                UnionPlan plan = new UnionPlan();
                union.alternatives().forEach(field -> plans.put(field.ordinal(), plan));
                if (plansByName.put(union.name(), plan) != null) {
                    refuse(struct, "union '" + union.name() + "' is declared twice");
                }
            }
        }
        SlotAllocator allocator = new SlotAllocator();
        List<Slot> slots = new ArrayList<>();
        for (Member.Field field : fields) {
            Storage storage = field.type().storage();
            UnionPlan plan = plans.get(field.ordinal());
            slots.add(
                    plan == null
                            ? new Slot(storage, allocator.allocate(storage), Slot.NO_TAG)
                            : plan.place(storage, allocator));
        }
        Map<String, Integer> tagOffsets = new HashMap<>();
        plansByName.forEach((name, plan) -> tagOffsets.put(name, plan.tagOffset));
        return new StructLayout(allocator.words(), allocator.pointers(), slots, tagOffsets);
    }

    public Slot slot(Member.Field field) {
        return slots.get(field.ordinal());
    }

    /** Where the union keeps its tag: an offset in the data section, in units of 16 bits. */
    public int tagOffset(Union union) {
        Integer offset = tagOffsets.get(union.name());
        if (offset == null) {
            throw new IllegalArgumentException("no union '" + union.name() + "' in this struct");
        }
        return offset;
    }

    /** Why DTS does not emit such a union, if it does not. */
    static Optional<String> unionFault(Union union) {
        boolean data = union.alternatives().stream()
                .anyMatch(field -> field.type().storage().isData());
        if (!data || union.isOptional()) {
            return Optional.empty();
        }
        return Optional.of((union.isUnnamed() ? "the unnamed union" : "union '" + union.name() + "'")
                + " is of a kind that DTS does not lay out: it must be either none and some, "
                + "or have only Void and pointers as alternatives");
    }

    private static void refuse(Node.StructNode struct, String fault) {
        throw new IllegalArgumentException(struct.name() + ": " + fault);
    }

    /** What is known of a union while ordinals go up: its tag comes with its second member, its room is shared. */
    private static final class UnionPlan {
        private int members;
        private int tagOffset;
        private @Nullable Integer room;

        Slot place(Storage storage, SlotAllocator allocator) {
            int tag = members++;
            if (tag == 1) {
                tagOffset = allocator.allocate(Storage.TWO_BYTES);
            }
            if (storage == Storage.NONE) {
                return new Slot(storage, 0, tag);
            }
            if (room == null) {
                room = allocator.allocate(storage);
            }
            return new Slot(storage, room, tag);
        }
    }
}

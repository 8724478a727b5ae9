package org.domaintypesystem.dynamic;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.FieldReader;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.StructLayout;
import org.domaintypesystem.schema.Type;
import org.jspecify.annotations.Nullable;

/** How structs of one declaration are read, written and checked, and where their fields are. */
final class StructPlan extends PointerPlan {
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final long[] NO_DATA = {};
    private static final @Nullable Object[] NO_POINTERS = {};

    private final Node.StructNode node;
    private final int dataWords;
    private final int pointerCount;
    private final boolean isRecursive;

    private final Map<String, MemberPlan> members = new LinkedHashMap<>();
    private @Nullable UnionPlan unnamed;
    private final Slot[] slots;

    /** What may lie behind a pointer: one field, or what the tag of a union says. */
    private static final class Slot {
        @Nullable
        FieldPlan plain;

        @Nullable
        UnionPlan union;

        @Nullable
        FieldPlan held(long[] data) {
            return union == null ? plain : union.held(data);
        }
    }

    /** A plan without fields, which {@link PlanLinker} gives it. */
    StructPlan(Node.StructNode node, StructLayout layout, boolean isRecursive) {
        this.node = node;
        this.dataWords = layout.dataWords();
        this.pointerCount = layout.pointerCount();
        this.isRecursive = isRecursive;
        this.slots = new Slot[pointerCount];
        for (int i = 0; i < pointerCount; i++) {
            slots[i] = new Slot();
        }
    }

    /** Adds what a program can ask for by name. */
    void addMember(MemberPlan member) {
        members.put(member.name(), member);
    }

    void setUnnamed(UnionPlan union) {
        unnamed = union;
    }

    /** Adds a field behind a pointer. */
    void addPointer(FieldPlan field) {
        Slot slot = slots[field.pointerIndex()];
        slot.plain = field;
        slot.union = field.union();
    }

    Node.StructNode node() {
        return node;
    }

    Collection<MemberPlan> members() {
        return members.values();
    }

    Collection<String> names() {
        return members.keySet();
    }

    @Nullable
    UnionPlan unnamed() {
        return unnamed;
    }

    /** Whether a struct can contain others of its type. */
    boolean isRecursive() {
        return isRecursive;
    }

    int dataWords() {
        return dataWords;
    }

    int pointerCount() {
        return pointerCount;
    }

    /**
     * The member with a name.
     *
     * @throws IllegalArgumentException if there is none, saying which there are
     */
    MemberPlan member(String name) {
        MemberPlan member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException(
                    "%s has no field '%s': there are %s".formatted(node.name(), name, String.join(", ", names())));
        }
        return member;
    }

    /** Whether the struct is the entry of a map, which DTS declares inside of the type that has the map. */
    boolean isEntry() {
        return node.members().size() == 2
                && members.containsKey(KEY)
                && members.containsKey(VALUE)
                && node.name().simple().matches("Entry\\d+");
    }

    /** Whether the keys of a map with such entries have a text that can be nothing else. */
    boolean hasTextualKey() {
        if (!isEntry() || !(members.get(KEY) instanceof FieldPlan key)) {
            return false;
        }
        return key.pointer() == TextPlan.INSTANCE
                || key.scalar() instanceof EnumPlan
                || (key.scalar() instanceof BasicPlan number
                        && number.type() != Type.Basic.FLOAT32
                        && number.type() != Type.Basic.FLOAT64);
    }

    DynamicStruct read(Reading reading, long struct) {
        int words = Math.min(dataWords, (FieldReader.dataBytes(struct) + 7) >>> 3);
        int count = Math.min(pointerCount, FieldReader.pointers(struct));
        reading.enter(isRecursive);
        WireReader in = reading.in;
        long[] data = words == 0 ? NO_DATA : new long[words];
        for (int i = 0; i < words; i++) {
            data[i] = in.word(struct, i * Long.BYTES, (i + 1) * Long.BYTES);
        }
        @Nullable Object[] pointers = count == 0 ? NO_POINTERS : new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            FieldPlan field = slots[i].held(data);
            if (field != null && field.pointer() != null) {
                pointers[i] = field.pointer().read(reading, struct, i);
            }
        }
        reading.leave(isRecursive);
        return new DynamicStruct(this, data, pointers);
    }

    @Override
    @Nullable
    Object read(Reading reading, long struct, int pointerIndex) {
        long target = reading.in.struct(struct, pointerIndex);
        return target == WireReader.ABSENT ? null : read(reading, target);
    }

    @Override
    public @Nullable List<?> readList(Reading reading, long struct, int pointerIndex) {
        WireReader in = reading.in;
        long list = in.structList(struct, pointerIndex);
        if (list == WireReader.ABSENT) {
            return null;
        }
        DynamicStruct[] values = new DynamicStruct[in.count(list)];
        long element = in.first();
        long step = FieldReader.step(element);
        for (int i = 0; i < values.length; i++) {
            values[i] = read(reading, element);
            element += step;
        }
        return new StructList(this, values);
    }

    @Override
    int write(Object value, byte[] out, int pointer, int end, int limit, int depth, String field) {
        int after = WireWriter.struct(out, pointer, end, dataWords, pointerCount, limit);
        return writeBody((DynamicStruct) value, out, end, after, limit, depth);
    }

    @Override
    public int writeList(List<?> values, byte[] out, int pointer, int end, int limit, int depth, String field) {
        int count = values.size();
        int after = WireWriter.structList(out, pointer, end, count, dataWords, pointerCount, limit);
        int struct = end + Long.BYTES;
        for (int i = 0; i < count; i++) {
            after = writeBody((DynamicStruct) values.get(i), out, struct, after, limit, depth);
            struct += (dataWords + pointerCount) * Long.BYTES;
        }
        return after;
    }

    private int writeBody(DynamicStruct value, byte[] out, int struct, int end, int limit, int depth) {
        if (isRecursive && depth == WireReader.MAX_DEPTH) {
            throw new EncodeException(
                    "a %s contains others more than %d deep: send the parts in a list beside each other, which refer to each other by number or name"
                            .formatted(node.name(), WireReader.MAX_DEPTH));
        }
        long[] data = value.data();
        for (int i = 0; i < dataWords; i++) {
            WireWriter.int64(out, struct + i * Long.BYTES, i < data.length ? data[i] : 0);
        }
        int at = struct + dataWords * Long.BYTES;
        int after = end;
        for (int i = 0; i < pointerCount; i++) {
            Object target = value.pointer(i);
            FieldPlan field = target == null ? null : slots[i].held(data);
            if (target == null || field == null || field.pointer() == null) {
                WireWriter.nothing(out, at);
            } else {
                int deeper = isRecursive ? depth + 1 : depth;
                after = field.pointer().write(target, out, at, after, limit, deeper, field.path());
            }
            at += Long.BYTES;
        }
        return after;
    }

    @Override
    DynamicStruct accept(Object value, String field) {
        if (value instanceof DynamicStruct struct) {
            return struct.plan() == this ? struct : copyOf(struct, field);
        }
        if (value instanceof DynamicStruct.Builder builder) {
            return accept(builder.build(), field);
        }
        DynamicStruct.Builder builder = new DynamicStruct.Builder(this);
        if (value instanceof Map.Entry<?, ?> entry && isEntry()) {
            return builder.set(KEY, entry.getKey()).set(VALUE, entry.getValue()).build();
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> builder.set(String.valueOf(name), member));
            return builder.build();
        }
        throw refusal(value, field);
    }

    /** A value that was read or made by another codec, field by field. */
    private DynamicStruct copyOf(DynamicStruct other, String field) {
        if (other.node().id() != node.id()) {
            throw new EncodeException("%s is a %s, and %s is expected"
                    .formatted(field, other.node().name(), spelling()));
        }
        DynamicStruct.Builder builder = new DynamicStruct.Builder(this);
        for (MemberPlan member : other.plan().members()) {
            if (!(member instanceof FieldPlan alternative) || other.holds(alternative)) {
                builder.set(member.name(), member.get(other));
            }
        }
        UnionPlan union = other.plan().unnamed();
        if (union != null && unnamed != null && union.held(other.data()) == null) {
            unnamed.choose(builder, union.tag(other.data()));
        }
        return builder.build();
    }

    @Override
    public List<?> acceptList(List<?> values, String field) {
        DynamicStruct[] accepted = new DynamicStruct[values.size()];
        int i = 0;
        for (Object value : values) {
            if (value == null) {
                throw nullElement(field);
            }
            accepted[i++] = accept(value, field);
        }
        return new StructList(this, accepted);
    }

    static EncodeException nullElement(String field) {
        return new EncodeException(field + " holds a null, which a list of structs cannot");
    }

    @Override
    public String spelling() {
        return node.name() + ", a DynamicStruct or a Map of its fields,";
    }
}

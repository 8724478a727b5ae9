package org.domaintypesystem.dynamic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.domaintypesystem.codec.EncodeException;
import org.jspecify.annotations.Nullable;

/** A union: where its tag is, and what it may hold. */
final class UnionPlan implements MemberPlan {
    private static final int TAG_BITS = 16;
    private static final int MAX_TAG = 0xFFFF;

    private final String name;
    private final String path;
    private final int tagOffset;
    /** By their tags. */
    private FieldPlan[] alternatives = {};

    /** @param tagOffset in bits */
    UnionPlan(String name, String path, int tagOffset) {
        this.name = name;
        this.path = path;
        this.tagOffset = tagOffset;
    }

    void setAlternatives(List<FieldPlan> byTag) {
        alternatives = byTag.toArray(FieldPlan[]::new);
    }

    @Override
    public String name() {
        return name;
    }

    List<FieldPlan> alternatives() {
        return List.of(alternatives);
    }

    int tag(long[] data) {
        return (int) Words.get(data, tagOffset) & MAX_TAG;
    }

    /** The alternative that the union holds, or null for one that the schema does not have. */
    @Nullable
    FieldPlan held(long[] data) {
        int tag = tag(data);
        return tag < alternatives.length ? alternatives[tag] : null;
    }

    @Override
    public DynamicUnion get(DynamicStruct struct) {
        FieldPlan held = held(struct.data());
        return held == null
                ? new DynamicUnion(null, tag(struct.data()), null)
                : new DynamicUnion(held.name(), held.tag(), held.get(struct));
    }

    @Override
    public void set(DynamicStruct.Builder builder, @Nullable Object value) {
        if (value instanceof DynamicUnion union) {
            if (union.name() != null) {
                alternative(union.name()).set(builder, union.value());
                return;
            }
            if (union.number() >= 0 && union.number() <= MAX_TAG && union.value() == null) {
                choose(builder, union.number());
                return;
            }
        }
        if (value instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> entry = map.entrySet().iterator().next();
            alternative(String.valueOf(entry.getKey())).set(builder, entry.getValue());
            return;
        }
        throw new EncodeException(
                "%s is %s, and an alternative of a union is expected: a DynamicUnion, or a map of its name to its value"
                        .formatted(path, value));
    }

    private FieldPlan alternative(String wanted) {
        for (FieldPlan alternative : alternatives) {
            if (alternative.name().equals(wanted)) {
                return alternative;
            }
        }
        throw new EncodeException("%s has no alternative %s: there are %s"
                .formatted(
                        path,
                        wanted,
                        Arrays.stream(alternatives).map(FieldPlan::name).collect(Collectors.joining(", "))));
    }

    /** Sets the tag, and what alternatives share to zero. */
    void choose(DynamicStruct.Builder builder, int tag) {
        for (FieldPlan alternative : alternatives) {
            alternative.clear(builder);
        }
        Words.set(builder.data(), tagOffset, TAG_BITS, tag);
    }
}

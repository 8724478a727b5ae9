package org.domaintypesystem.dynamic;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Storage;
import org.jspecify.annotations.Nullable;

/** The constants of an enum, by number. */
final class EnumPlan extends ScalarPlan {
    private static final int MAX_NUMBER = 0xFFFF;

    private final Node.EnumNode node;
    private final @Nullable DynamicEnum[] constants;
    private final Map<String, DynamicEnum> byName = new HashMap<>();

    EnumPlan(Node.EnumNode node) {
        super(Storage.TWO_BYTES);
        this.node = node;
        this.constants = new @Nullable DynamicEnum[node.enumerants().size()];
        for (Node.Enumerant enumerant : node.enumerants()) {
            if (enumerant.ordinal() < 0 || enumerant.ordinal() >= constants.length) {
                throw new IllegalArgumentException("%s.%s is @%d, and numbers run from @0 without gaps"
                        .formatted(node.name(), enumerant.name(), enumerant.ordinal()));
            }
            DynamicEnum constant = new DynamicEnum(enumerant.name(), enumerant.ordinal());
            constants[enumerant.ordinal()] = constant;
            byName.put(enumerant.name(), constant);
        }
    }

    @Override
    Object value(long bits) {
        int number = (int) bits & MAX_NUMBER;
        DynamicEnum constant = number < constants.length ? constants[number] : null;
        return constant == null ? new DynamicEnum(null, number) : constant;
    }

    @Override
    long bits(Object value, String field) {
        if (value instanceof String name) {
            DynamicEnum constant = byName.get(name);
            if (constant == null) {
                throw new EncodeException("%s is %s, which is no constant of %s: there are %s"
                        .formatted(field, name, spelling(), names()));
            }
            return constant.number();
        }
        if (value instanceof DynamicEnum constant) {
            if (constant.name() != null) {
                return bits(constant.name(), field);
            }
            if (constant.number() >= 0 && constant.number() <= MAX_NUMBER) {
                return constant.number();
            }
        }
        throw new EncodeException("%s is %s, and a constant of %s is expected, a DynamicEnum or its name"
                .formatted(field, value, spelling()));
    }

    private String names() {
        return node.enumerants().stream().map(Node.Enumerant::name).collect(Collectors.joining(", "));
    }

    @Override
    public String spelling() {
        return node.name().qualified();
    }
}

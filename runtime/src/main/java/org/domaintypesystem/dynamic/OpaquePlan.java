package org.domaintypesystem.dynamic;

import org.domaintypesystem.codec.EncodeException;
import org.jspecify.annotations.Nullable;

/** {@code AnyPointer} is either null or not. */
final class OpaquePlan extends PointerPlan {
    static final OpaquePlan INSTANCE = new OpaquePlan();

    private OpaquePlan() {}

    @Override
    @Nullable
    Object read(Reading reading, long struct, int pointerIndex) {
        return reading.in.isPresent(struct, pointerIndex) ? DynamicPointer.OPAQUE : null;
    }

    @Override
    int write(Object value, byte[] out, int pointer, int end, int limit, int depth, String field) {
        throw refused(field);
    }

    @Override
    Object accept(Object value, String field) {
        throw refused(field);
    }

    private static EncodeException refused(String field) {
        return new EncodeException(field + " is an AnyPointer, of which nothing is known but whether it is null");
    }

    @Override
    public String spelling() {
        return "AnyPointer";
    }
}

package org.domaintypesystem.dynamic;

import org.domaintypesystem.codec.EncodeException;
import org.jspecify.annotations.Nullable;

/** Where a struct keeps a field, and what that is: a value of the data section, one behind a pointer, or nothing. */
final class FieldPlan implements MemberPlan {
    private static final int NONE = -1;

    private final String name;
    /** Full name, for errors. */
    private final String path;
    /** What the field is an alternative of. */
    private final @Nullable UnionPlan union;
    /** What the tag of the union says when it holds this field. */
    private final int tag;
    /** What the tag says when an optional value is absent. */
    private final int absentTag;

    private final @Nullable ScalarPlan scalar;
    private final @Nullable PointerPlan pointer;
    /** In bits into the data section, or in pointers. */
    private final int offset;

    private FieldPlan(
            String name,
            String path,
            @Nullable UnionPlan union,
            int tag,
            int absentTag,
            @Nullable ScalarPlan scalar,
            @Nullable PointerPlan pointer,
            int offset) {
        this.name = name;
        this.path = path;
        this.union = union;
        this.tag = tag;
        this.absentTag = absentTag;
        this.scalar = scalar;
        this.pointer = pointer;
        this.offset = offset;
    }

    static FieldPlan ofVoid(String name, String path) {
        return new FieldPlan(name, path, null, 0, NONE, null, null, 0);
    }

    static FieldPlan ofScalar(String name, String path, ScalarPlan scalar, int offsetInBits) {
        return new FieldPlan(name, path, null, 0, NONE, scalar, null, offsetInBits);
    }

    static FieldPlan ofPointer(String name, String path, PointerPlan pointer, int pointerIndex) {
        return new FieldPlan(name, path, null, 0, NONE, null, pointer, pointerIndex);
    }

    /** The same field as an alternative. */
    FieldPlan in(UnionPlan owner, int itsTag) {
        return new FieldPlan(name, path, owner, itsTag, NONE, scalar, pointer, offset);
    }

    /** The same field in place of the union that says whether it is there. */
    FieldPlan optional(String itsName, String itsPath, UnionPlan owner, int itsTag, int tagOfNone) {
        return new FieldPlan(itsName, itsPath, owner, itsTag, tagOfNone, scalar, pointer, offset);
    }

    @Override
    public String name() {
        return name;
    }

    String path() {
        return path;
    }

    @Nullable
    ScalarPlan scalar() {
        return scalar;
    }

    @Nullable
    PointerPlan pointer() {
        return pointer;
    }

    int pointerIndex() {
        return offset;
    }

    int tag() {
        return tag;
    }

    @Nullable
    UnionPlan union() {
        return union;
    }

    /** Whether the field is not an alternative, or the one that the union holds. */
    boolean isHeld(long[] data) {
        return union == null || union.tag(data) == tag;
    }

    @Override
    public @Nullable Object get(DynamicStruct struct) {
        if (!isHeld(struct.data())) {
            return null;
        }
        if (scalar != null) {
            return scalar.value(bits(struct));
        }
        Object value = pointer == null ? null : struct.pointer(offset);
        return value == null || pointer == null ? null : pointer.shown(value);
    }

    /** The bits of a scalar; those above its size are others. */
    long bits(DynamicStruct struct) {
        return Words.get(struct.data(), offset);
    }

    @Override
    public void set(DynamicStruct.Builder builder, @Nullable Object value) {
        boolean isAbsent = value == null && absentTag != NONE;
        long bits = 0;
        Object target = null;
        if (scalar != null && !isAbsent) {
            if (value == null) {
                throw new EncodeException(path + " is null, and " + scalar.spelling() + " is expected");
            }
            bits = scalar.bits(value, path);
        } else if (pointer != null && value != null) {
            target = pointer.accept(value, path);
        } else if (value != null) {
            throw new EncodeException(path + " is Void, and its only value is null");
        }
        if (union != null) {
            union.choose(builder, isAbsent ? absentTag : tag);
        }
        if (scalar != null) {
            Words.set(builder.data(), offset, scalar.storage().bits(), bits);
        } else if (pointer != null) {
            builder.pointers()[offset] = target;
        }
    }

    /** Sets what the field is kept in to zero. */
    void clear(DynamicStruct.Builder builder) {
        if (scalar != null) {
            Words.set(builder.data(), offset, scalar.storage().bits(), 0);
        } else if (pointer != null) {
            builder.pointers()[offset] = null;
        }
    }
}

package org.domaintypesystem.dynamic;

import org.jspecify.annotations.Nullable;

/** What a program can ask a struct for by its name. */
interface MemberPlan {
    String name();

    @Nullable
    Object get(DynamicStruct struct);

    /**
     * Sets the value.
     *
     * @throws org.domaintypesystem.codec.EncodeException if it is not of the type, naming the field
     */
    void set(DynamicStruct.Builder builder, @Nullable Object value);
}

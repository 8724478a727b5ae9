package org.domaintypesystem.dynamic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How lists of one type are read, written and checked. */
interface ElementPlan {
    /** A list that a pointer of a struct leads to, or null where there is none. */
    @Nullable
    List<?> readList(Reading reading, long struct, int pointerIndex);

    /**
     * Writes a list that this plan has read or accepted.
     *
     * @param depth how many values that can contain each other are around it
     * @param field full name of the field, for errors
     */
    int writeList(List<?> values, byte[] out, int pointer, int end, int limit, int depth, String field);

    /**
     * A list of the same elements that nobody can change, in the form that this plan reads.
     *
     * @throws org.domaintypesystem.codec.EncodeException if one is not of the type, naming the field
     */
    List<?> acceptList(List<?> values, String field);

    /** The type as the schema language spells it, for errors. */
    String spelling();
}

package org.domaintypesystem.dynamic;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A list of structs of one declaration. */
final class StructList extends AbstractList<DynamicStruct> implements RandomAccess {
    private final StructPlan element;
    private final DynamicStruct[] structs;

    StructList(StructPlan element, DynamicStruct[] structs) {
        this.element = element;
        this.structs = structs;
    }

    StructPlan element() {
        return element;
    }

    @Override
    public DynamicStruct get(int index) {
        return structs[index];
    }

    @Override
    public int size() {
        return structs.length;
    }
}

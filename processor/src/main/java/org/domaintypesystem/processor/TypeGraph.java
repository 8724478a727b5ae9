package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.NoSuchElementException;

/** A type and all types that its values can contain. */
record TypeGraph(TypeModel root, Map<ClassName, TypeModel> types) {
    TypeGraph {
        types = Map.copyOf(types);
    }

    TypeModel get(TypeReference reference) {
        TypeModel model = types.get(reference.javaType());
        if (model == null) {
            throw new NoSuchElementException(reference.javaType() + " was not read");
        }
        return model;
    }
}

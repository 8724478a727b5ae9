package org.domaintypesystem.processor.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type and all types that its values can contain. Those that have no codec are missing. */
public record TypeGraph(TypeModel root, Map<TypeReference, TypeModel> types) {
    public TypeGraph {
        types = Map.copyOf(types);
    }

    public @Nullable TypeModel get(TypeReference reference) {
        return types.get(reference);
    }
}

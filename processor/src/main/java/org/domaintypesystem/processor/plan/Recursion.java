package org.domaintypesystem.processor.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.processor.model.References;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel;
import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;

/** Which structs of a graph can contain others of their type. */
final class Recursion {
    private final Map<TypeReference, Set<TypeReference>> parts = new HashMap<>();

    Recursion(TypeGraph graph) {
        graph.types().values().forEach(this::add);
    }

    private void add(TypeModel model) {
        if (model instanceof StructModel struct) {
            add(struct);
            struct.locals().forEach(this::add);
        } else if (model instanceof SealedModel sealed) {
            Set<TypeReference> subtypes = new HashSet<>();
            sealed.subtypes().forEach(subtype -> subtypes.addAll(References.of(subtype.kind())));
            parts.put(sealed.reference(), subtypes);
        }
    }

    private void add(StructModel struct) {
        Set<TypeReference> references = new HashSet<>();
        struct.properties()
                .forEach(property ->
                        references.addAll(References.of(property.value().kind())));
        parts.put(struct.reference(), references);
    }

    boolean contains(TypeReference type) {
        Set<TypeReference> visited = new HashSet<>();
        Deque<TypeReference> open = new ArrayDeque<>(parts.getOrDefault(type, Set.of()));
        while (!open.isEmpty()) {
            TypeReference next = open.pop();
            if (next.equals(type)) {
                return true;
            }
            if (visited.add(next)) {
                open.addAll(List.copyOf(parts.getOrDefault(next, Set.of())));
            }
        }
        return false;
    }
}

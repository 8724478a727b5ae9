package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.schema.TypeName;

/** The columns of types: each is to the left of those that it uses, unless they use it in turn. */
final class Layers {
    private final Map<TypeName, CatalogueType> byName = new HashMap<>();
    private final Map<TypeName, List<TypeName>> forward = new HashMap<>();
    private final Set<TypeName> open = new HashSet<>();
    private final List<TypeName> finished = new ArrayList<>();
    private final Map<TypeName, Integer> layers = new HashMap<>();

    private Layers() {}

    static Layers of(List<CatalogueType> types) {
        Layers layers = new Layers();
        types.forEach(type -> layers.byName.put(type.name(), type));
        types.stream().filter(type -> type.usedBy().isEmpty()).forEach(type -> layers.visit(type.name()));
        types.forEach(type -> layers.visit(type.name()));
        layers.assign();
        return layers;
    }

    int of(TypeName name) {
        return layers.getOrDefault(name, 0);
    }

    int count() {
        return layers.values().stream().mapToInt(layer -> layer + 1).max().orElse(0);
    }

    /** Goes along references, and leaves out those that lead back to where it came from. */
    private void visit(TypeName name) {
        CatalogueType type = byName.get(name);
        if (type == null || forward.containsKey(name)) {
            return;
        }
        List<TypeName> targets = new ArrayList<>();
        forward.put(name, targets);
        open.add(name);
        for (TypeName used : type.uses()) {
            if (!open.contains(used)) {
                targets.add(used);
                visit(used);
            }
        }
        open.remove(name);
        finished.add(name);
    }

    private void assign() {
        List<TypeName> usersFirst = new ArrayList<>(finished);
        Collections.reverse(usersFirst);
        Set<TypeName> used = new HashSet<>();
        for (TypeName name : usersFirst) {
            layers.putIfAbsent(name, 0);
            for (TypeName target : forward.getOrDefault(name, List.of())) {
                used.add(target);
                layers.merge(target, of(name) + 1, Math::max);
            }
        }
        // What nobody uses is moved next to what it uses.
        for (TypeName name : finished) {
            if (!used.contains(name)) {
                forward.getOrDefault(name, List.of()).stream()
                        .mapToInt(this::of)
                        .min()
                        .ifPresent(nearest -> layers.put(name, nearest - 1));
            }
        }
    }
}

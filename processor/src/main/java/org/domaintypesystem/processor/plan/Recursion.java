package org.domaintypesystem.processor.plan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Type;

/** Which structs of a schema can contain others of their type. */
final class Recursion {
    /** The structs that a struct contains directly, by id. */
    private final Map<Long, Set<Long>> parts = new HashMap<>();

    /**
     * @param declarations of two with one id, the later one counts
     */
    Recursion(Collection<Node> declarations) {
        declarations.forEach(this::add);
    }

    private void add(Node node) {
        if (node instanceof Node.StructNode struct) {
            Set<Long> contained = new HashSet<>();
            for (Member.Field field : struct.fields()) {
                Type type = field.type();
                while (type instanceof Type.ListOf list) {
                    type = list.element();
                }
                if (type instanceof Type.StructRef reference) {
                    contained.add(reference.id());
                }
            }
            parts.put(struct.id(), contained);
            struct.nested().forEach(this::add);
        }
    }

    /**
     * @param id of a struct
     */
    boolean contains(long id) {
        Set<Long> visited = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(parts.getOrDefault(id, Set.of()));
        while (!open.isEmpty()) {
            long next = open.pop();
            if (next == id) {
                return true;
            }
            if (visited.add(next)) {
                open.addAll(parts.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
